package oriel.contract.desktop;

import java.io.IOException;
import java.util.Set;

/** What somebody has copied: announced by its formats, fetched when somebody pastes it. May be used by any thread. */
public interface ClipboardContent {

    /**
     * In which forms it can be had.
     *
     * @return the formats; empty = the clipboard was emptied
     */
    Set<ClipboardFormat> formats();

    /**
     * Fetches it from whoever has copied it. Blocks until it is there, some seconds at most.
     *
     * @param format one of {@link #formats()}
     * @param limit  the most bytes the caller takes
     * @return the content
     * @throws IOException if it is longer than the limit, cannot be had in time or is gone; the message says which
     */
    byte[] read(ClipboardFormat format, int limit) throws IOException;
}
