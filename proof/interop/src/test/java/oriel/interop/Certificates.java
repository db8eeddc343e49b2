package oriel.interop;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Certificates as administrators make them. */
final class Certificates {

    private Certificates() {}

    /** Writes a fresh certificate and its key, as PEM files. */
    static void write(Path certificate, Path key) {
        Tool.require("openssl", "openssl");
        Tool.run(
                Map.of(),
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-subj",
                        "/CN=localhost",
                        "-days",
                        "2",
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString()));
    }
}
