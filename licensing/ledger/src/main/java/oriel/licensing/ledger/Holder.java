package oriel.licensing.ledger;

import java.util.HexFormat;
import java.util.Locale;

/** Who holds a licence, or asks for one. */
public sealed interface Holder {

    /** The longest name that is kept; the longest a client can send is shorter than that in every known protocol. */
    int LONGEST_NAME = 512;

    /**
     * The kind of licence such a holder can hold.
     *
     * @return the kind
     */
    LicenseKind kind();

    /**
     * What tells this holder from others of its kind.
     *
     * @return the same for the same holder, always
     */
    String key();

    /**
     * A device (MS-RDPELE 2.2.2.3.1, CLIENT_HARDWARE_ID).
     *
     * @param hardwareId its 20 bytes as 40 hexadecimal digits in lower case
     * @param machine    the name that the client gave; it may change
     */
    record Device(String hardwareId, String machine) implements Holder {

        private static final int HARDWARE_ID_BYTES = 20;

        /** Checks the id. */
        public Device {
            if (!hardwareId.matches("[0-9a-f]{40}")) {
                throw new IllegalArgumentException("a hardware id is 40 hexadecimal digits in lower case");
            }
            machine = checked(machine);
        }

        /**
         * A device by the bytes of its id.
         *
         * @param hardwareId 20 bytes
         * @param machine    the name that the client gave
         * @return the device
         */
        public static Device of(byte[] hardwareId, String machine) {
            if (hardwareId.length != HARDWARE_ID_BYTES) {
                throw new IllegalArgumentException("a hardware id has 20 bytes, not " + hardwareId.length);
            }
            return new Device(HexFormat.of().formatHex(hardwareId), machine);
        }

        @Override
        public LicenseKind kind() {
            return LicenseKind.PER_DEVICE;
        }

        @Override
        public String key() {
            return hardwareId;
        }
    }

    /**
     * A user.
     *
     * @param name as the directory of users knows it; upper and lower case are the same
     */
    record User(String name) implements Holder {

        /** Checks the name. */
        public User {
            name = checked(name);
            if (name.isBlank()) {
                throw new IllegalArgumentException("a user has a name");
            }
        }

        @Override
        public LicenseKind kind() {
            return LicenseKind.PER_USER;
        }

        @Override
        public String key() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A connection that takes a seat.
     *
     * @param connection what tells it from every other connection of this host, e.g. a random id
     * @param user       who; empty text = not known yet
     * @param machine    from where; empty text = not known
     */
    record Seat(String connection, String user, String machine) implements Holder {

        /** Checks the names. */
        public Seat {
            connection = checked(connection);
            user = checked(user);
            machine = checked(machine);
            if (connection.isBlank()) {
                throw new IllegalArgumentException("a seat is taken by a connection");
            }
        }

        @Override
        public LicenseKind kind() {
            return LicenseKind.CONCURRENT;
        }

        @Override
        public String key() {
            return connection;
        }
    }

    private static String checked(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name of " + name.length() + " characters is too long");
        }
        return name;
    }
}
