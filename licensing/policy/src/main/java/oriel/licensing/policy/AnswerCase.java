package oriel.licensing.policy;

import java.util.Arrays;

/** What a device is answered after it has met the challenge: the table of licensing.md, section 7.2, row by row. */
enum AnswerCase {
    //      ledger               old licence       grace period       answer
    CASE_1(Ledger.UNREACHABLE, OldIs.VALID, Grace.EITHER, Answer.OLD_LICENSE),
    CASE_2A(Ledger.UNREACHABLE, OldIs.NOT_VALID, Grace.RUNNING, Answer.VALID_CLIENT),
    CASE_2B(Ledger.UNREACHABLE, OldIs.NOT_VALID, Grace.OVER, Answer.NO_LICENSE_SERVER),
    CASE_3A(Ledger.REFUSES, OldIs.NOT_VALID, Grace.RUNNING, Answer.VALID_CLIENT),
    CASE_3B(Ledger.REFUSES, OldIs.NOT_VALID, Grace.OVER, Answer.INVALID_CLIENT),
    CASE_4(Ledger.REFUSES, OldIs.VALID, Grace.EITHER, Answer.OLD_LICENSE),
    CASE_5(Ledger.GRANTS, OldIs.PRESENTED, Grace.EITHER, Answer.UPGRADE_LICENSE),
    CASE_6(Ledger.GRANTS, OldIs.NOT_PRESENTED, Grace.EITHER, Answer.NEW_LICENSE);

    /** What the ledger has to say; to the specification it is the licence server. */
    enum Ledger {
        UNREACHABLE,
        REFUSES,
        GRANTS
    }

    /** The licence that was presented. */
    enum Old {
        VALID,
        INVALID,
        NONE
    }

    /** What a row says of it. */
    private enum OldIs {
        VALID,
        NOT_VALID,
        PRESENTED,
        NOT_PRESENTED;

        boolean so(Old old) {
            return switch (this) {
                case VALID -> old == Old.VALID;
                case NOT_VALID -> old != Old.VALID;
                case PRESENTED -> old != Old.NONE;
                case NOT_PRESENTED -> old == Old.NONE;
            };
        }
    }

    /** The grace period. */
    enum Grace {
        RUNNING,
        OVER,
        EITHER
    }

    /** What the client is sent. */
    enum Answer {
        /** <em>Upgrade License</em> with the licence that was presented. */
        OLD_LICENSE,
        /** <em>Valid client</em>. */
        VALID_CLIENT,
        /** {@code ERR_NO_LICENSE_SERVER}, total abort. */
        NO_LICENSE_SERVER,
        /** {@code ERR_INVALID_CLIENT}, total abort. */
        INVALID_CLIENT,
        /** <em>Upgrade License</em> with a new licence. */
        UPGRADE_LICENSE,
        /** <em>New License</em>. */
        NEW_LICENSE
    }

    private final Ledger ledger;
    private final OldIs old;
    private final Grace grace;
    private final Answer answer;

    AnswerCase(Ledger ledger, OldIs old, Grace grace, Answer answer) {
        this.ledger = ledger;
        this.old = old;
        this.grace = grace;
        this.answer = answer;
    }

    /** The one row that fits. */
    static AnswerCase of(Ledger ledger, Old old, boolean graceRuns) {
        Grace grace = graceRuns ? Grace.RUNNING : Grace.OVER;
        return Arrays.stream(values())
                .filter(row -> row.ledger == ledger && row.old.so(old))
                .filter(row -> row.grace == Grace.EITHER || row.grace == grace)
                .findFirst()
                .orElseThrow();
    }

    Answer answer() {
        return answer;
    }
}
