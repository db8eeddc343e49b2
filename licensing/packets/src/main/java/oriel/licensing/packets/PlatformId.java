package oriel.licensing.packets;

/**
 * PlatformId — MS-RDPELE, section 2.2.2.2.
 *
 * @param value all of it: generation of the system, maker of the client, build
 */
public record PlatformId(int value) {
    /** CLIENT_OS_ID_WINNT_POST_52: versions after 5.2, up to 6.3. */
    public static final int POST_5_2 = 0x04;

    /** CLIENT_IMAGE_ID_MICROSOFT. */
    public static final int MICROSOFT = 0x01;

    /** An id of its parts. */
    public static PlatformId of(int generation, int maker, int build) {
        return new PlatformId(generation << 24 | maker << 16 | build);
    }

    /** Generation of the operating system: the most significant byte. */
    public int generation() {
        return value >>> 24;
    }

    /** Who made the client: the second byte. */
    public int maker() {
        return value >>> 16 & 0xFF;
    }

    /** Build of the system: the low word. */
    public int build() {
        return value & 0xFFFF;
    }

    @Override
    public String toString() {
        return "0x%08x".formatted(value);
    }
}
