package oriel.desktop.embedded.windows;

import oriel.contract.desktop.DesktopRequest.InitialProgram;
import oriel.desktop.embedded.toolkit.Content;

/** Makes the contents of windows that programs run in. */
public interface Programs {

    /**
     * The Linux account they run as.
     *
     * @return its name; empty where there is none
     */
    default String account() {
        return "";
    }

    /**
     * A terminal with the user's shell.
     *
     * @return a new content
     */
    Content shell();

    /**
     * A terminal with one program.
     *
     * @param program what to run
     * @return a new content
     */
    Content program(InitialProgram program);

    /** Ends what still runs when the desktop has closed its windows. */
    default void close() {
        // a window ends its own program
    }
}
