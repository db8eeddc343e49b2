package oriel.xsession;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oriel.xsession.SessionOrder.ScreenPlan;

/** The X servers a session can have, the better one first (docs/decisions/x-server.md). */
enum XServer {

    /** Takes any size while it runs, and memory only for the size it has. Its VNC side listens nowhere. */
    XVNC("Xvnc", "tigervnc-standalone-server") {
        @Override
        List<String> screen(ScreenPlan plan) {
            return List.of(
                    "-geometry",
                    plan.width() + "x" + plan.height(),
                    "-depth",
                    "24",
                    "-rfbport",
                    "-1",
                    "-SecurityTypes",
                    "None",
                    "-AcceptCutText=0",
                    "-SendCutText=0",
                    "-SendPrimary=0",
                    "-SetPrimary=0");
        }

        @Override
        String mode(ScreenPlan plan) {
            return "";
        }
    },

    /** Has the memory of its largest size from the start, and can be given smaller ones only. */
    XVFB("Xvfb", "xvfb") {
        @Override
        List<String> screen(ScreenPlan plan) {
            return List.of("-screen", "0", plan.largestWidth() + "x" + plan.largestHeight() + "x24");
        }

        @Override
        String mode(ScreenPlan plan) {
            if (plan.width() == plan.largestWidth() && plan.height() == plan.largestHeight()) {
                return "";
            }
            String across = " " + plan.width();
            String down = " " + plan.height();
            double clock = Math.max(1, plan.width() * (double) plan.height() * 60 / 1_000_000);
            return "oriel-%dx%d %.2f".formatted(plan.width(), plan.height(), clock) + across.repeat(4) + down.repeat(4);
        }
    };

    private final String program;
    private final String packageName;

    XServer(String program, String packageName) {
        this.program = program;
        this.packageName = packageName;
    }

    /** Options that make its screen. */
    abstract List<String> screen(ScreenPlan plan);

    /** Name and timings of the mode it must be switched to after its start; empty = it has the right size already. */
    abstract String mode(ScreenPlan plan);

    /** The first one that is installed. */
    static XServer installed() throws StartFailedException {
        return installed(List.of(values()));
    }

    static XServer installed(List<XServer> servers) throws StartFailedException {
        return servers.stream()
                .filter(server -> Programs.find(server.program).isPresent())
                .findFirst()
                .orElseThrow(() -> new StartFailedException(
                        "no X server is installed (package " + XVNC.packageName + " or " + XVFB.packageName + ")",
                        List.of()));
    }

    /** The command, except for its redirections. Descriptor 3 hears its number once it takes connections. */
    List<String> command(int display, Path authority, ScreenPlan plan) {
        Optional<Path> found = Programs.find(program);
        return Stream.of(
                        List.of(found.map(Path::toString).orElse(program), ":" + display),
                        List.of("-auth", authority.toString(), "-nolisten", "tcp", "-noreset", "-displayfd", "3"),
                        List.of("-dpi", Integer.toString(plan.dpi()), "-s", "0"),
                        screen(plan))
                .flatMap(List::stream)
                .toList();
    }
}
