package oriel.rdp.codec.dynamic;

import java.util.List;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * A PDU of the static channel {@code drdynvc} — MS-RDPEDYC, section 2.2. Its first byte holds the length of the channel's number, a field
 * of two bits whose meaning depends on the command, and the command. Identifiers of channels are unsigned 32-bit numbers and are
 * written as short as possible.
 */
public sealed interface DynamicPdu {
    /** Longest PDU, in bytes (MS-RDPEDYC, section 3.1.5.1.1). */
    int LARGEST = 1600;

    /** Lowest version: no priorities. */
    int VERSION_1 = 1;

    /** With priority charges. */
    int VERSION_2 = 2;

    /** With compressed data. */
    int VERSION_3 = 3;

    /** Longest name of a channel to accept, in bytes; all known ones are far shorter. */
    int LONGEST_NAME = 255;

    /** Reads what a client sends. */
    static DynamicPdu decodeFromClient(WireReader in) {
        return decode(in, true);
    }

    /** Reads what a server sends. */
    static DynamicPdu decodeFromServer(WireReader in) {
        return decode(in, false);
    }

    private static DynamicPdu decode(WireReader in, boolean fromClient) {
        in.named("DYNVC PDU", "MS-RDPEDYC 2.2");
        int header = in.peek(0, "header");
        int cbId = header & 0x3;
        int sp = header >> 2 & 0x3;
        int command = header >> 4;
        if (command == CapabilitiesResponse.COMMAND) {
            in.skip(1, "header");
            in.skip(1, "Pad");
            return fromClient ? new CapabilitiesResponse(in.u16("Version")) : CapabilitiesRequest.decodeFields(in);
        }
        switch (command) {
            case CreateRequest.COMMAND, DataFirst.COMMAND, Data.COMMAND, Close.COMMAND -> in.skip(1, "header");
            default -> throw in.malformed("Cmd", "a command of version 2", "0x%02x".formatted(command));
        }
        int channelId = number(in, cbId, "ChannelId");
        return switch (command) {
            case CreateRequest.COMMAND ->
                fromClient
                        ? new CreateResponse(channelId, in.i32("CreationStatus"))
                        : new CreateRequest(channelId, sp, name(in));
            case DataFirst.COMMAND -> new DataFirst(channelId, number(in, sp, "Length"), in.rest());
            case Data.COMMAND -> new Data(channelId, in.rest());
            default -> new Close(channelId);
        };
    }

    /** A number of one, two or four bytes. */
    private static int number(WireReader in, int length, String field) {
        return switch (length) {
            case 0 -> in.u8(field);
            case 1 -> in.u16(field);
            case 2 -> in.i32(field);
            default -> throw in.malformed("header", "length 0, 1 or 2 of " + field, length);
        };
    }

    private static String name(WireReader in) {
        var name = new StringBuilder();
        for (int character = in.u8("ChannelName"); character != 0; character = in.u8("ChannelName")) {
            if (name.length() == LONGEST_NAME) {
                throw in.malformed("ChannelName", "at most " + LONGEST_NAME + " characters", "more");
            }
            name.append((char) character);
        }
        return name.toString();
    }

    /** How the length of a number is written: 0, 1 or 2 for one, two or four bytes. */
    private static int lengthOf(int number) {
        if (number >>> 8 == 0) {
            return 0;
        }
        return number >>> 16 == 0 ? 1 : 2;
    }

    /** Bytes of a number. */
    static int sizeOf(int number) {
        return 1 << lengthOf(number);
    }

    private static void header(WireWriter out, int command, int sp, int channelId) {
        out.u8(command << 4 | sp << 2 | lengthOf(channelId));
        number(out, channelId);
    }

    private static void number(WireWriter out, int number) {
        switch (lengthOf(number)) {
            case 0 -> out.u8(number);
            case 1 -> out.u16(number);
            default -> out.i32(number);
        }
    }

    /** Writes the whole PDU. */
    void encode(WireWriter out);

    /**
     * Capabilities Request (DYNVC_CAPS_VERSION1 and 2) — MS-RDPEDYC, sections 2.2.1.1.1, 2.2.1.1.2; from the server.
     *
     * @param version {@link #VERSION_1}, {@link #VERSION_2} or {@link #VERSION_3}
     * @param priorityCharges from version 2 on four shares of the bandwidth, for channels of priority 0 to 3; before, none
     */
    record CapabilitiesRequest(int version, List<Integer> priorityCharges) implements DynamicPdu {
        private static final int CHARGES = 4;

        /** Copies the list and checks it. */
        public CapabilitiesRequest {
            priorityCharges = List.copyOf(priorityCharges);
            if (priorityCharges.size() != (version >= VERSION_2 ? CHARGES : 0)) {
                throw new IllegalArgumentException(
                        priorityCharges.size() + " priority charges in a request of version " + version);
            }
        }

        static CapabilitiesRequest decodeFields(WireReader in) {
            int version = in.u16("Version");
            return new CapabilitiesRequest(
                    version,
                    version < VERSION_2
                            ? List.of()
                            : List.of(
                                    in.u16("PriorityCharge0"),
                                    in.u16("PriorityCharge1"),
                                    in.u16("PriorityCharge2"),
                                    in.u16("PriorityCharge3")));
        }

        @Override
        public void encode(WireWriter out) {
            out.u8(CapabilitiesResponse.COMMAND << 4).pad(1).u16(version);
            priorityCharges.forEach(out::u16);
        }
    }

    /**
     * Capabilities Response (DYNVC_CAPS_RSP) — MS-RDPEDYC, section 2.2.1.2; from the client.
     *
     * @param version the version both sides speak from here on
     */
    record CapabilitiesResponse(int version) implements DynamicPdu {
        static final int COMMAND = 0x05;

        @Override
        public void encode(WireWriter out) {
            out.u8(COMMAND << 4).pad(1).u16(version);
        }
    }

    /**
     * Create Request (DYNVC_CREATE_REQ) — MS-RDPEDYC, section 2.2.2.1; from the server.
     *
     * @param channelId number of the new channel
     * @param priority 0 to 3, an index of the priority charges
     * @param name name of the listener at the client
     */
    record CreateRequest(int channelId, int priority, String name) implements DynamicPdu {
        static final int COMMAND = 0x01;

        @Override
        public void encode(WireWriter out) {
            header(out, COMMAND, priority, channelId);
            out.latin1(name).u8(0);
        }
    }

    /**
     * Create Response (DYNVC_CREATE_RSP) — MS-RDPEDYC, section 2.2.2.2; from the client.
     *
     * @param channelId number of the channel
     * @param creationStatus an HRESULT: negative when the channel was not created
     */
    record CreateResponse(int channelId, int creationStatus) implements DynamicPdu {
        /** Whether the channel is open now. */
        public boolean created() {
            return creationStatus >= 0;
        }

        @Override
        public void encode(WireWriter out) {
            header(out, CreateRequest.COMMAND, 0, channelId);
            out.i32(creationStatus);
        }
    }

    /**
     * Data First (DYNVC_DATA_FIRST) — MS-RDPEDYC, section 2.2.3.1: the beginning of a message that needs several PDUs.
     *
     * @param channelId number of the channel
     * @param length bytes of the whole message, unsigned
     * @param data its first bytes
     */
    record DataFirst(int channelId, int length, Octets data) implements DynamicPdu {
        static final int COMMAND = 0x02;

        @Override
        public void encode(WireWriter out) {
            header(out, COMMAND, lengthOf(length), channelId);
            number(out, length);
            out.octets(data);
        }
    }

    /**
     * Data (DYNVC_DATA) — MS-RDPEDYC, section 2.2.3.2: a whole message, or more of one that {@link DataFirst} has begun.
     *
     * @param channelId number of the channel
     * @param data the bytes
     */
    record Data(int channelId, Octets data) implements DynamicPdu {
        static final int COMMAND = 0x03;

        @Override
        public void encode(WireWriter out) {
            header(out, COMMAND, 0, channelId);
            out.octets(data);
        }
    }

    /**
     * Close (DYNVC_CLOSE) — MS-RDPEDYC, section 2.2.4; from either side, the client answers with the same.
     *
     * @param channelId number of the channel
     */
    record Close(int channelId) implements DynamicPdu {
        static final int COMMAND = 0x04;

        @Override
        public void encode(WireWriter out) {
            header(out, COMMAND, 0, channelId);
        }
    }
}
