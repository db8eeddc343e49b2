package oriel.server.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.List;
import oriel.server.command.ExitCode;
import oriel.server.command.Invocation;
import oriel.server.command.Option;
import oriel.server.command.Terminal;
import oriel.server.command.Verb;
import oriel.server.control.Json;
import oriel.server.doctor.Doctor;
import oriel.server.doctor.Finding;
import oriel.server.home.Home;

/** The verb that examines the host. */
final class DoctorVerb {

    private DoctorVerb() {}

    static Verb verb() {
        return new Verb(
                "doctor",
                "",
                "check JDK, ports, certificate, fonts, clock, permissions, terminals, disk",
                "Says what to do about everything that is not as it should be. Exit code 1 when something fails.",
                List.of(Option.JSON),
                List.of("oriel doctor", "oriel doctor --json | jq '.[] | select(.verdict != \"good\")'"),
                DoctorVerb::run);
    }

    private static int run(Invocation invocation, Terminal terminal) throws IOException {
        Home home = Home.ofUser(terminal.environment());
        List<Finding> findings = new Doctor(home, terminal.environment()).examine();
        if (invocation.has("--json")) {
            ArrayNode json = Json.array();
            findings.forEach(finding -> json.addObject()
                    .put("check", finding.check())
                    .put("verdict", finding.verdict().text())
                    .put("found", finding.found())
                    .put("advice", finding.advice()));
            terminal.out().println(Json.pretty(json));
        } else {
            findings.forEach(finding -> print(finding, terminal));
        }
        boolean failed = findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.FAILS);
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static void print(Finding finding, Terminal terminal) {
        String mark = switch (finding.verdict()) {
            case GOOD -> "ok  ";
            case DOUBTFUL -> "?   ";
            case FAILS -> "FAIL";
        };
        terminal.out().printf("%s  %-13s %s%n", mark, finding.check(), finding.found());
        if (!finding.advice().isEmpty()) {
            terminal.out().printf("%20s→ %s%n", "", finding.advice());
        }
    }
}
