package oriel.server.serve;

import java.io.IOException;
import java.io.InputStream;

/**
 * The files of the program itself. A jar is opened when the first class of it is wanted, which may be after root was given up,
 * when it cannot be reached any more: a program in root's home is nobody else's to read.
 */
final class LoadedModules {

    private LoadedModules() {}

    /** Opens every jar of the program; the class loader keeps them open. */
    static void open() throws IOException {
        for (Module module : ModuleLayer.boot().modules()) {
            try (InputStream descriptor = module.getResourceAsStream("module-info.class")) {
                if (descriptor != null) {
                    descriptor.read();
                }
            }
        }
    }
}
