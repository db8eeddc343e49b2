package oriel.server.trace;

import oriel.service.Trace;
import oriel.service.TracedCall;

/** Writes a trace as a sequence diagram for Mermaid. */
public final class TraceMermaid {

    private TraceMermaid() {}

    /**
     * Writes a trace.
     *
     * @param trace the trace
     * @return lines, each ended
     */
    public static String write(Trace trace) {
        var text = new StringBuilder("sequenceDiagram\n");
        for (String name : new Lifelines(trace.calls()).names()) {
            text.append("  participant ").append(name).append('\n');
        }
        for (TracedCall call : trace.calls()) {
            append(text, call);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, TracedCall call) {
        text.append("  ")
                .append(call.from())
                .append(call.failed() ? "-x" : "->>")
                .append(call.to());
        text.append(": ").append(call.call()).append(" (").append(call.micros()).append(" µs)\n");
        if (call.failed()) {
            String note = call.note().isEmpty() ? "" : ": " + escaped(call.note());
            text.append("  Note over ")
                    .append(call.to())
                    .append(": ")
                    .append(call.result())
                    .append(note)
                    .append('\n');
        }
    }

    /** Semicolons and hashes end a line or begin an entity in Mermaid. */
    private static String escaped(String note) {
        var text = new StringBuilder();
        note.chars().forEach(c -> {
            switch (c) {
                case '#' -> text.append("#35;");
                case ';' -> text.append("#59;");
                case '\n' -> text.append(' ');
                default -> text.append((char) c);
            }
        });
        return text.toString();
    }
}
