package oriel.contract.protocol;

import java.nio.ByteBuffer;

/**
 * A time zone with the language-independent name of its entry in the zone table of Windows
 * ({@code WRDS_DYNAMIC_TIME_ZONE_INFORMATION}; page of that name). Travels as the binary value of
 * {@link Property#DYNAMIC_TIME_ZONE_INFORMATION}. The first seven members of the original are one {@link #zone}.
 *
 * @param zone                        bias, names and rules
 * @param timeZoneKeyName             {@code TimeZoneKeyName}: e.g. {@code W. Europe Standard Time}, at most 127
 *     characters; empty = unknown
 * @param dynamicDaylightTimeDisabled {@code DynamicDaylightTimeDisabled}: true = the rules are the same every year
 */
public record DynamicTimeZoneInformation(
        TimeZoneInformation zone, String timeZoneKeyName, boolean dynamicDaylightTimeDisabled) {

    /** Bytes of the packed form: 4 + 64 + 16 + 4 + 64 + 16 + 4 + 256 + 2, and 2 of padding. */
    public static final int SIZE = 432;

    private static final int NAME_UNITS = WtsDefs.TIME_ZONE_NAME_LENGTH + 1;
    private static final int KEY_NAME_UNITS = WtsDefs.TIME_ZONE_KEY_NAME_LENGTH + 1;

    /** Checks the length. */
    public DynamicTimeZoneInformation {
        Lengths.check("TimeZoneKeyName", timeZoneKeyName, WtsDefs.TIME_ZONE_KEY_NAME_LENGTH);
    }

    /**
     * Takes the packed form apart.
     *
     * @param bytes the structure of the original; the padding at its end may be missing
     * @return its members
     * @throws ProtocolException if it is too short or a text has no end ({@link HResult#E_INVALIDARG})
     */
    public static DynamicTimeZoneInformation decode(byte[] bytes) throws ProtocolException {
        return Packed.read("WRDS_DYNAMIC_TIME_ZONE_INFORMATION", bytes, in -> {
            TimeZoneInformation zone = new TimeZoneInformation(
                    in.getInt(),
                    Packed.text(in, NAME_UNITS),
                    systemTime(in),
                    in.getInt(),
                    Packed.text(in, NAME_UNITS),
                    systemTime(in),
                    in.getInt());
            return new DynamicTimeZoneInformation(zone, Packed.text(in, KEY_NAME_UNITS), in.getShort() != 0);
        });
    }

    /**
     * Makes the packed form.
     *
     * @return {@value #SIZE} bytes
     */
    public byte[] encode() {
        return Packed.write(SIZE, this::encode);
    }

    private void encode(ByteBuffer out) {
        out.putInt(zone.bias());
        Packed.putText(out, zone.standardName(), NAME_UNITS);
        putSystemTime(out, zone.standardDate());
        out.putInt(zone.standardBias());
        Packed.putText(out, zone.daylightName(), NAME_UNITS);
        putSystemTime(out, zone.daylightDate());
        out.putInt(zone.daylightBias());
        Packed.putText(out, timeZoneKeyName, KEY_NAME_UNITS);
        out.putShort((short) (dynamicDaylightTimeDisabled ? 1 : 0));
    }

    private static SystemTime systemTime(ByteBuffer in) {
        return new SystemTime(u16(in), u16(in), u16(in), u16(in), u16(in), u16(in), u16(in), u16(in));
    }

    private static int u16(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    private static void putSystemTime(ByteBuffer out, SystemTime time) {
        out.putShort((short) time.year())
                .putShort((short) time.month())
                .putShort((short) time.dayOfWeek())
                .putShort((short) time.day())
                .putShort((short) time.hour())
                .putShort((short) time.minute())
                .putShort((short) time.second())
                .putShort((short) time.milliseconds());
    }
}
