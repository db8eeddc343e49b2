package oriel.contract.protocol;

/** Address of a client ({@code WTS_SOCKADDR}; page of that name). Ports and addresses in network order. */
public sealed interface SocketAddress {

    /** Unknown. */
    SocketAddress NONE = new Ipv4(0, 0);

    /**
     * IPv4 ({@code sin_family} 2).
     *
     * @param port 0 … 65535
     * @param address the four bytes, first one highest
     */
    record Ipv4(int port, int address) implements SocketAddress {}

    /**
     * IPv6 ({@code sin_family} 23).
     *
     * @param port 0 … 65535
     * @param flowInfo flow
     * @param address the sixteen bytes, in order; copied
     * @param scopeId scope
     */
    record Ipv6(int port, int flowInfo, byte[] address, int scopeId) implements SocketAddress {

        /** Checks and copies the address. */
        public Ipv6 {
            if (address.length != 16) {
                throw new IllegalArgumentException("IPv6 address of " + address.length + " bytes");
            }
            address = address.clone();
        }
    }
}
