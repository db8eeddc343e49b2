package oriel.system;

import java.io.IOException;
import java.io.Serial;

/** A call of the system failed. */
public final class SystemCallException extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int errno;

    SystemCallException(String function, int errno) {
        super(function + " failed with error " + errno);
        this.errno = errno;
    }

    /**
     * The number of the error, errno(3).
     *
     * @return the number
     */
    public int errno() {
        return errno;
    }
}
