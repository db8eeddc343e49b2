package oriel.helper.privileged;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.system.Rights;

/** The program of the helper. It speaks the protocol on its standard input and output, and logs on its standard error. */
public final class Main {

    private Main() {}

    /**
     * Serves the front end until it is gone.
     *
     * @param arguments none
     * @throws IOException if it cannot begin
     */
    public static void main(String... arguments) throws IOException {
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Logger log = LoggerFactory.getLogger(Main.class);
        Rights.keepMemoryPrivate();
        if (Rights.uid() != 0) {
            log.error("The helper is not root and cannot help.");
            return;
        }
        // Buffered would leave passwords in buffers that nobody wipes.
        try (InputStream in = new FileInputStream(FileDescriptor.in);
                OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            var desk = new Desk(in, out, SessionHost::ofThisHost);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(desk::clear));
            desk.serve();
        }
    }
}
