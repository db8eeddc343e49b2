package oriel.rdp.codec.info;

import java.util.List;
import java.util.Optional;
import oriel.rdp.codec.security.SecurityHeader;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Client Info PDU — MS-RDPBCGR, section 2.2.1.11, with its Info Packet (TS_INFO_PACKET), section 2.2.1.11.1.1.
 *
 * @param codePage code page of the texts, or with {@link InfoFlags#UNICODE} the client's active input locale identifier
 * @param flags {@link InfoFlags}
 * @param domain domain of the user, may be empty
 * @param userName name of the user, may be empty
 * @param password password of the user, may be empty; not printed
 * @param alternateShell program to run instead of the desktop, may be empty
 * @param workingDir directory to run it in, may be empty
 * @param extended what clients since RDP 5.0 add
 */
public record ClientInfo(
        int codePage,
        int flags,
        String domain,
        String userName,
        String password,
        String alternateShell,
        String workingDir,
        Optional<ExtendedInfo> extended) {
    private static final String NAME = "Client Info PDU";
    private static final String SECTION = "MS-RDPBCGR 2.2.1.11.1.1";

    /** Reads the payload of an MCS send data PDU, security header included. */
    public static ClientInfo decode(WireReader in) {
        SecurityHeader.expect(in, SecurityHeader.INFO_PKT);
        in.named(NAME, SECTION);
        int codePage = in.i32("CodePage");
        int flags = in.i32("flags");
        var text = InfoText.of(flags, codePage);
        int domainLength = in.u16("cbDomain");
        int userNameLength = in.u16("cbUserName");
        int passwordLength = in.u16("cbPassword");
        int alternateShellLength = in.u16("cbAlternateShell");
        int workingDirLength = in.u16("cbWorkingDir");
        return new ClientInfo(
                codePage,
                flags,
                text.terminated(in, domainLength, "Domain"),
                text.terminated(in, userNameLength, "UserName"),
                text.terminated(in, passwordLength, "Password"),
                text.terminated(in, alternateShellLength, "AlternateShell"),
                text.terminated(in, workingDirLength, "WorkingDir"),
                in.hasRemaining() ? Optional.of(ExtendedInfo.decode(in, text)) : Optional.empty());
    }

    /** Writes the payload of an MCS send data PDU, security header included. */
    public void encode(WireWriter out) {
        new SecurityHeader(SecurityHeader.INFO_PKT).encode(out);
        var text = InfoText.of(flags, codePage);
        var fields = List.of(
                text.bytes(domain),
                text.bytes(userName),
                text.bytes(password),
                text.bytes(alternateShell),
                text.bytes(workingDir));
        out.i32(codePage).i32(flags);
        fields.forEach(field -> out.u16(field.length));
        fields.forEach(field -> text.terminated(out, field));
        extended.ifPresent(info -> info.encode(out, text));
    }

    /** Whether a flag of {@link InfoFlags} is set. */
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Best type of bulk compression the client can do, 0 to 3; meaningful with {@link InfoFlags#COMPRESSION}. */
    public int compressionType() {
        return (flags & InfoFlags.COMPRESSION_TYPE_MASK) >> InfoFlags.COMPRESSION_TYPE_SHIFT;
    }

    @Override
    public String toString() {
        return "ClientInfo[codePage=0x%x, flags=0x%08x, domain=%s, userName=%s, password=%s, alternateShell=%s, workingDir=%s, extended=%s]"
                .formatted(
                        codePage,
                        flags,
                        domain,
                        userName,
                        password.isEmpty() ? "none" : "given",
                        alternateShell,
                        workingDir,
                        extended);
    }
}
