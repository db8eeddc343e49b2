package oriel.contract.protocol;

import java.util.UUID;

/**
 * Constants of the header {@code wtsdefs.h} that other types of this package do not carry themselves (data-types.md,
 * section 1). Lengths count characters or elements, without the terminator.
 */
public final class WtsDefs {

    /** {@code WTS_DOMAIN_LENGTH}: a domain. */
    public static final int DOMAIN_LENGTH = 255;
    /** {@code WTS_USERNAME_LENGTH}: a user name. */
    public static final int USERNAME_LENGTH = 255;
    /** {@code WTS_PASSWORD_LENGTH}: a password. */
    public static final int PASSWORD_LENGTH = 255;
    /** {@code WTS_DIRECTORY_LENGTH}: a directory. */
    public static final int DIRECTORY_LENGTH = 256;
    /** {@code WTS_INITIALPROGRAM_LENGTH}: the program to start. */
    public static final int INITIALPROGRAM_LENGTH = 256;
    /** {@code WTS_PROTOCOL_NAME_LENGTH}: name of a protocol. */
    public static final int PROTOCOL_NAME_LENGTH = 8;
    /** {@code WTS_DRIVER_NAME_LENGTH}: name of a driver. */
    public static final int DRIVER_NAME_LENGTH = 8;
    /** {@code WTS_DEVICE_NAME_LENGTH}: name of a display device. */
    public static final int DEVICE_NAME_LENGTH = 19;
    /** {@code WTS_IMEFILENAME_LENGTH}: file of an input method. */
    public static final int IMEFILENAME_LENGTH = 32;
    /** {@code WTS_CLIENTNAME_LENGTH}: name of a client. */
    public static final int CLIENTNAME_LENGTH = 20;
    /** {@code WTS_CLIENTADDRESS_LENGTH}: address of a client as text. */
    public static final int CLIENTADDRESS_LENGTH = 30;
    /** {@code WTS_CLIENT_PRODUCT_ID_LENGTH}: product id of a client as text. */
    public static final int CLIENT_PRODUCT_ID_LENGTH = 32;
    /** {@code WTS_MAX_PROTOCOL_CACHE}: caches in {@link CacheStats.PerCache}. */
    public static final int MAX_PROTOCOL_CACHE = 4;
    /** {@code WTS_MAX_CACHE_RESERVED}: values in {@link CacheStats.Reserved}. */
    public static final int MAX_CACHE_RESERVED = 20;
    /** {@code WTS_MAX_RESERVED}: protocol-specific counters in {@link ProtocolCounters}. */
    public static final int MAX_RESERVED = 100;
    /** {@code WTS_MAX_COUNTERS}: free counters in {@link ProtocolStatus}. */
    public static final int MAX_COUNTERS = 100;
    /** {@code WTS_MAX_DISPLAY_IOCTL_DATA}: bytes in {@link DisplayIoctl}. */
    public static final int MAX_DISPLAY_IOCTL_DATA = 256;
    /** Characters in a name of {@link TimeZoneInformation}; its array has 32 elements. */
    public static final int TIME_ZONE_NAME_LENGTH = 31;
    /** Characters in the key name of {@link DynamicTimeZoneInformation}; its array has 128 elements. */
    public static final int TIME_ZONE_KEY_NAME_LENGTH = 127;
    /** Bytes of the client name in {@link LicenseCapabilities}: 21 UTF-16 units with the terminator. */
    public static final int LICENSE_CLIENT_NAME_BYTES = 42;
    /** Preamble version of the licence protocol, the low part of {@link LicenseCapabilities#CURRENT_VERSION}. */
    public static final int LICENSE_PREAMBLE_VERSION = 0x03;
    /** Version of the licence protocol, the high part of {@link LicenseCapabilities#CURRENT_VERSION}. */
    public static final int LICENSE_PROTOCOL_VERSION = 0x00010000;
    /** Largest text (UTF-16 units with the terminator) or block of bytes in a {@link PropertyValue}. */
    public static final int MAX_PROPERTY_SIZE = 0x8000;
    /** Largest context block of {@link ConnectionSettings} and security descriptor of {@link ListenerSettings}, bytes. */
    public static final int MAX_BLOCK_SIZE = 16384;
    /** {@code WRDS_SERVICE_ID_GRAPHICS_GUID}: names a graphics service object; no call of Oriel's asks for it. */
    public static final UUID SERVICE_ID_GRAPHICS = UUID.fromString("d2993f4d-02cf-4280-8c48-1624b44f8706");

    private WtsDefs() {}
}
