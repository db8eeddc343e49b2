package oriel.licensing.packets;

import java.util.Map;

/**
 * {@code dwStateTransition} of a licensing error message — MS-RDPBCGR, section 2.2.1.12.1.3.
 *
 * @param value the number
 */
public record StateTransition(int value) {
    /** ST_TOTAL_ABORT: licensing ends, and the connection with it. */
    public static final StateTransition TOTAL_ABORT = new StateTransition(1);

    /** ST_NO_TRANSITION: together with {@link LicenseErrorCode#VALID_CLIENT}. */
    public static final StateTransition NO_TRANSITION = new StateTransition(2);

    /** ST_RESET_PHASE_TO_START. */
    public static final StateTransition RESET_PHASE_TO_START = new StateTransition(3);

    /** ST_RESEND_LAST_MESSAGE. */
    public static final StateTransition RESEND_LAST_MESSAGE = new StateTransition(4);

    private static final Map<StateTransition, String> NAMES = Map.of(
            TOTAL_ABORT, "ST_TOTAL_ABORT",
            NO_TRANSITION, "ST_NO_TRANSITION",
            RESET_PHASE_TO_START, "ST_RESET_PHASE_TO_START",
            RESEND_LAST_MESSAGE, "ST_RESEND_LAST_MESSAGE");

    @Override
    public String toString() {
        return NAMES.getOrDefault(this, "transition " + value);
    }
}
