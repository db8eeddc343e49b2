package oriel.rdp.codec.info;

import java.util.Optional;
import oriel.wire.FixedText;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/** What a Save Session Info PDU tells: the field infoData of TS_SAVE_SESSION_INFO_PDU_DATA — MS-RDPBCGR, section 2.2.10.1.1. */
public sealed interface SessionInfo {
    /** The field infoType. */
    int infoType();

    /** Writes the field infoData. */
    void encodeData(WireWriter out);

    /** Reads infoType and infoData. */
    static SessionInfo decode(WireReader in) {
        in.named("Save Session Info PDU", "MS-RDPBCGR 2.2.10.1.1");
        int type = in.i32("infoType");
        return switch (type) {
            case Logon.TYPE -> Logon.decode(in);
            case LogonLong.TYPE -> LogonLong.decode(in);
            case PlainNotify.TYPE -> PlainNotify.decode(in);
            case Extended.TYPE -> Extended.decode(in);
            default -> throw in.malformed("infoType", "0 to 3", type);
        };
    }

    /** Writes infoType and infoData. */
    default void encode(WireWriter out) {
        out.i32(infoType());
        encodeData(out);
    }

    /** Fixed texts say how many bytes are used, but end at a zero as well. */
    private static String counted(WireReader in, int size, String field) {
        in.count(in.u32("cb" + field), size, "cb" + field);
        return FixedText.utf16(in, size, field);
    }

    private static void counted(WireWriter out, String text, int size) {
        int characters = Math.min(text.length(), size / 2 - 1);
        out.i32(2 * (characters + 1));
        FixedText.utf16(out, text, size);
    }

    /**
     * Logon Info Version 1 (TS_LOGON_INFO) — MS-RDPBCGR, section 2.2.10.1.1.1.
     *
     * @param domain at most 25 characters; what is longer is cut off
     * @param userName at most 255 characters; what is longer is cut off
     * @param sessionId identifier of the session
     */
    record Logon(String domain, String userName, int sessionId) implements SessionInfo {
        static final int TYPE = 0;
        private static final int DOMAIN_SIZE = 52;
        private static final int USER_NAME_SIZE = 512;

        static Logon decode(WireReader in) {
            in.named("Logon Info Version 1", "MS-RDPBCGR 2.2.10.1.1.1");
            return new Logon(
                    counted(in, DOMAIN_SIZE, "Domain"), counted(in, USER_NAME_SIZE, "UserName"), in.i32("SessionId"));
        }

        @Override
        public int infoType() {
            return TYPE;
        }

        @Override
        public void encodeData(WireWriter out) {
            counted(out, domain, DOMAIN_SIZE);
            counted(out, userName, USER_NAME_SIZE);
            out.i32(sessionId);
        }
    }

    /**
     * Logon Info Version 2 (TS_LOGON_INFO_VERSION_2) — MS-RDPBCGR, section 2.2.10.1.1.2.
     *
     * @param sessionId identifier of the session
     * @param domain at most 25 characters
     * @param userName at most 255 characters
     */
    record LogonLong(int sessionId, String domain, String userName) implements SessionInfo {
        static final int TYPE = 1;
        private static final int VERSION = 1;
        private static final int PAD_SIZE = 558;
        private static final int SIZE =
                2 /* Version */ + 4 /* Size */ + 4 /* SessionId */ + 4 /* cbDomain */ + 4 /* cbUserName */ + PAD_SIZE;
        private static final int LONGEST = 1024;

        static LogonLong decode(WireReader in) {
            in.named("Logon Info Version 2", "MS-RDPBCGR 2.2.10.1.1.2");
            in.expectU16(VERSION, "Version");
            in.skip(4, "Size");
            int sessionId = in.i32("SessionId");
            int domainLength = in.count(in.u32("cbDomain"), LONGEST, "cbDomain");
            int userNameLength = in.count(in.u32("cbUserName"), LONGEST, "cbUserName");
            in.skip(PAD_SIZE, "Pad");
            return new LogonLong(
                    sessionId,
                    FixedText.untilZero(in.utf16(domainLength, "Domain")),
                    FixedText.untilZero(in.utf16(userNameLength, "UserName")));
        }

        @Override
        public int infoType() {
            return TYPE;
        }

        @Override
        public void encodeData(WireWriter out) {
            out.u16(VERSION).i32(SIZE).i32(sessionId);
            out.i32(2 * (domain.length() + 1)).i32(2 * (userName.length() + 1)).pad(PAD_SIZE);
            out.utf16(domain).u16(0).utf16(userName).u16(0);
        }
    }

    /** Plain Notify (TS_PLAIN_NOTIFY) — MS-RDPBCGR, section 2.2.10.1.1.3: somebody has logged on. */
    record PlainNotify() implements SessionInfo {
        static final int TYPE = 2;
        private static final int PAD_SIZE = 576;

        static PlainNotify decode(WireReader in) {
            in.named("Plain Notify", "MS-RDPBCGR 2.2.10.1.1.3");
            in.skip(PAD_SIZE, "Pad");
            return new PlainNotify();
        }

        @Override
        public int infoType() {
            return TYPE;
        }

        @Override
        public void encodeData(WireWriter out) {
            out.pad(PAD_SIZE);
        }
    }

    /**
     * Logon Info Extended (TS_LOGON_INFO_EXTENDED) — MS-RDPBCGR, section 2.2.10.1.1.4.
     *
     * @param autoReconnect key for a later proof that the client was here
     * @param errors what went wrong or is to be known about the logon
     */
    record Extended(Optional<ServerAutoReconnect> autoReconnect, Optional<LogonErrors> errors) implements SessionInfo {
        static final int TYPE = 3;
        private static final int AUTORECONNECTCOOKIE = 0x1;
        private static final int LOGONERRORS = 0x2;
        private static final int PAD_SIZE = 570;

        static Extended decode(WireReader in) {
            in.named("Logon Info Extended", "MS-RDPBCGR 2.2.10.1.1.4");
            in.skip(2, "Length");
            int present = in.i32("FieldsPresent");
            Optional<ServerAutoReconnect> autoReconnect = (present & AUTORECONNECTCOOKIE) != 0
                    ? Optional.of(ServerAutoReconnect.decode(field(in, "autoReconnectCookie")))
                    : Optional.empty();
            Optional<LogonErrors> errors = (present & LOGONERRORS) != 0
                    ? Optional.of(LogonErrors.decode(field(in, "logonErrors")))
                    : Optional.empty();
            in.skip(PAD_SIZE, "Pad");
            return new Extended(autoReconnect, errors);
        }

        private static WireReader field(WireReader in, String field) {
            return in.slice(in.count(in.u32("cbFieldData"), in.remaining(), "cbFieldData"), field);
        }

        @Override
        public int infoType() {
            return TYPE;
        }

        @Override
        public void encodeData(WireWriter out) {
            int mark = out.reserve(2 /* Length */);
            out.i32((autoReconnect.isPresent() ? AUTORECONNECTCOOKIE : 0) | (errors.isPresent() ? LOGONERRORS : 0));
            autoReconnect.ifPresent(cookie -> {
                out.i32(ServerAutoReconnect.SIZE);
                cookie.encode(out);
            });
            errors.ifPresent(some -> {
                out.i32(LogonErrors.SIZE);
                some.encode(out);
            });
            out.setU16(mark, out.size() - mark);
            out.pad(PAD_SIZE);
        }
    }
}
