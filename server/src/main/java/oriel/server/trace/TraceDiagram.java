package oriel.server.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import oriel.service.Trace;
import oriel.service.TracedCall;

/** Draws a trace as a sequence diagram in characters. */
public final class TraceDiagram {

    private static final String RED = "\u001b[31m";
    private static final String DIM = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";
    private static final String MARGIN = " ".repeat(24);

    private final boolean colour;

    /**
     * Makes a draughtsman.
     *
     * @param colour whether to use the colours of the terminal
     */
    public TraceDiagram(boolean colour) {
        this.colour = colour;
    }

    /**
     * Draws a trace.
     *
     * @param trace the trace
     * @return lines, each ended
     */
    public String draw(Trace trace) {
        var text = new StringBuilder(heading(trace)).append('\n');
        if (trace.calls().isEmpty()) {
            return text.append("no calls were made\n").toString();
        }
        var lifelines = new Lifelines(trace.calls());
        text.append(MARGIN).append(bold(lifelines.heading().stripTrailing())).append('\n');
        text.append("     at ms        took  ")
                .append(lifelines.lines().toString().stripTrailing())
                .append('\n');
        for (TracedCall call : trace.calls()) {
            text.append(row(call, lifelines, trace.startedAt())).append('\n');
        }
        return text.append(ending(trace)).append('\n').toString();
    }

    /**
     * Draws a call alone, as it is when calls are followed.
     *
     * @param id   correlation id of its connection
     * @param call the call
     * @return one line without its end
     */
    public String line(String id, TracedCall call) {
        String text =
                "%s  %-12s %s → %s  %s%s".formatted(call.at(), id, call.from(), call.to(), call.call(), outcome(call));
        return call.failed() ? red(text) : text + "  " + dim(took(call));
    }

    private String heading(Trace trace) {
        var text = new StringBuilder(bold("connection " + trace.id()));
        text.append("  ")
                .append(trace.listener())
                .append(" (")
                .append(trace.provider())
                .append(')');
        if (!trace.client().isEmpty()) {
            text.append("  client ").append(trace.client());
        }
        if (!trace.user().isEmpty()) {
            text.append("  user ").append(trace.user());
        }
        if (trace.sessionId() != 0) {
            text.append("  session ").append(trace.sessionId());
        }
        return text.append("\nsince ").append(trace.startedAt()).append('\n').toString();
    }

    private String row(TracedCall call, Lifelines lifelines, Instant start) {
        double millis = Duration.between(start, call.at()).toNanos() / 1e6;
        String times = String.format(Locale.ROOT, "%10.1f  %10s  ", millis, took(call));
        String arrow = lifelines.arrow(call);
        String padded = arrow + " ".repeat(Math.max(0, lifelines.width() - arrow.length()));
        String line = padded + outcome(call);
        return call.failed() ? times + red(line.stripTrailing()) : dim(times) + line.stripTrailing();
    }

    private static String outcome(TracedCall call) {
        String result = call.result().equals("S_OK") ? "" : "  " + (call.failed() ? "✗ " : "") + call.result();
        return call.note().isEmpty() ? result : result + "  " + call.note();
    }

    private String ending(Trace trace) {
        String took = trace.endedAt()
                .map(end -> " after " + duration(Duration.between(trace.startedAt(), end)))
                .orElse("");
        String reason = trace.reason().isEmpty() ? "" : ": " + trace.reason();
        return switch (trace.outcome()) {
            case OPEN -> "open";
            case ENDED -> "ended" + took + reason;
            case FAILED -> red("✗ failed" + took + reason);
        };
    }

    private static String took(TracedCall call) {
        return call.micros() < 1000
                ? call.micros() + " µs"
                : String.format(Locale.ROOT, "%.1f ms", call.micros() / 1000.0);
    }

    private static String duration(Duration span) {
        return span.toMillis() < 10_000
                ? span.toMillis() + " ms"
                : span.toMinutes() < 10 ? span.toSeconds() + " s" : span.toMinutes() + " min";
    }

    private String red(String text) {
        return colour ? RED + text + PLAIN : text;
    }

    private String dim(String text) {
        return colour ? DIM + text + PLAIN : text;
    }

    private String bold(String text) {
        return colour ? BOLD + text + PLAIN : text;
    }
}
