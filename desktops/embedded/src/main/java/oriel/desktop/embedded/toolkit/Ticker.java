package oriel.desktop.embedded.toolkit;

import java.time.Duration;
import java.time.Instant;

/** The time, and being called later. */
public interface Ticker {

    /** Something that will happen unless it is cancelled. */
    interface Appointment {

        /** It need not happen any more; it may be happening at this moment. */
        void cancel();
    }

    /**
     * The time of day.
     *
     * @return now
     */
    Instant now();

    /**
     * A clock for measuring.
     *
     * @return nanoseconds since some moment
     */
    long nanos();

    /**
     * Has something done later.
     *
     * @param delay how much later
     * @param task  what; it is done on a thread of the ticker's that many share, so it is short
     * @return the appointment
     */
    Appointment after(Duration delay, Runnable task);
}
