package oriel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** TigerVNC's X server, over TLS with a certificate and without a password: what a first picture costs in another protocol. */
final class TigerVnc {

    private TigerVnc() {}

    static Peer start(Path wallpaper) throws IOException, InterruptedException {
        int port = Programs.freePort();
        Path directory = Files.createTempDirectory("tigervnc");
        Path key = directory.resolve("key.pem");
        Path certificate = directory.resolve("cert.pem");
        Process openssl = new ProcessBuilder(
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
                        certificate.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (openssl.waitFor() != 0) {
            throw new IOException("openssl made no certificate");
        }
        // A display number nobody uses: the port is as good a source of one as any.
        Process process = new ProcessBuilder(
                        "Xtigervnc",
                        ":" + port,
                        "-rfbport",
                        Integer.toString(port),
                        "-localhost",
                        "-SecurityTypes",
                        "X509None",
                        "-X509Cert",
                        certificate.toString(),
                        "-X509Key",
                        key.toString(),
                        "-geometry",
                        "1920x1080",
                        "-depth",
                        "24",
                        "-AlwaysShared")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.log").toFile())
                .start();
        Programs.awaitListening(port, process, Duration.ofSeconds(10));
        VirtualScreen.decorate(":" + port, wallpaper);
        List<String> viewer = List.of(
                "xtigervncviewer",
                "-SecurityTypes=X509None",
                "-X509CA=" + certificate,
                "-FullScreen",
                "localhost::" + port);
        return new Peer("TigerVNC", port, process, List.of(), viewer);
    }
}
