package oriel.licensing.exchange;

import java.util.Optional;

/**
 * Says who gets a licence: the part of the licence server (MS-RDPELE 3.2; licensing.md, section 7). One authority per exchange,
 * called on the thread of the exchange; it may wait for a store, for seconds at most.
 */
public interface LicenseAuthority {

    /**
     * A client has presented a licence. Asked before the challenge.
     *
     * @param device    the client; user and machine name are those in the licence, as the packet has none
     * @param presented the licence and its faults
     * @return true = the client is valid and nothing more is asked; false = it is challenged, and {@link #answer} follows
     */
    boolean accepts(Device device, PresentedLicense presented);

    /**
     * The client has answered the challenge.
     *
     * @param device    the client
     * @param presented the licence it has presented, if any
     * @return what it gets
     */
    LicenseAnswer answer(Device device, Optional<PresentedLicense> presented);
}
