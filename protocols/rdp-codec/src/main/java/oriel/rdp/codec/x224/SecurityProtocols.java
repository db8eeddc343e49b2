package oriel.rdp.codec.x224;

/**
 * Flags of requestedProtocols and selectedProtocol — MS-RDPBCGR, sections 2.2.1.1.1 and 2.2.1.2.1. As values, so that what a newer
 * peer asks for survives to the log.
 *
 * @param flags the 32 bits of the field
 */
public record SecurityProtocols(int flags) {
    /** PROTOCOL_RDP: Standard RDP Security; no bit at all. */
    public static final SecurityProtocols RDP = new SecurityProtocols(0x0);

    /** PROTOCOL_SSL: TLS 1.0 to 1.3. */
    public static final SecurityProtocols SSL = new SecurityProtocols(0x1);

    /** PROTOCOL_HYBRID: CredSSP over TLS. */
    public static final SecurityProtocols HYBRID = new SecurityProtocols(0x2);

    /** PROTOCOL_RDSTLS. */
    public static final SecurityProtocols RDSTLS = new SecurityProtocols(0x4);

    /** PROTOCOL_HYBRID_EX: CredSSP with Early User Authorization Result PDU. */
    public static final SecurityProtocols HYBRID_EX = new SecurityProtocols(0x8);

    /** PROTOCOL_RDSAAD: RDS-AAD-Auth security. */
    public static final SecurityProtocols RDSAAD = new SecurityProtocols(0x10);

    /** Whether all bits of another value are set here. */
    public boolean contains(SecurityProtocols other) {
        return (flags & other.flags) == other.flags;
    }

    /** Both. */
    public SecurityProtocols and(SecurityProtocols other) {
        return new SecurityProtocols(flags | other.flags);
    }

    @Override
    public String toString() {
        return "0x%08x".formatted(flags);
    }
}
