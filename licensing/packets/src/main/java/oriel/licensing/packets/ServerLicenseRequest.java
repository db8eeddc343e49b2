package oriel.licensing.packets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * Server License Request (SERVER_LICENSE_REQUEST) — MS-RDPELE, section 2.2.2.1.
 *
 * @param serverRandom 32 random bytes
 * @param product what a licence is asked for
 * @param keyExchange algorithms the server can do; {@link #RSA} is the only one there is
 * @param certificate the key for the premaster secret; empty = the client has seen it in the MCS Connect Response
 * @param scopes where licences were issued that are good here
 */
public record ServerLicenseRequest(
        Octets serverRandom,
        ProductInformation product,
        List<Integer> keyExchange,
        Optional<ServerCertificate> certificate,
        List<Scope> scopes)
        implements LicensePacket {

    /** KEY_EXCHANGE_ALG_RSA. */
    public static final int RSA = 1;

    /** Size of the random numbers of both sides. */
    public static final int RANDOM_SIZE = 32;

    private static final int MOST_ALGORITHMS = 64;
    private static final int MOST_SCOPES = 64;

    /** Checks the size of the random number; copies the lists. */
    public ServerLicenseRequest {
        Sizes.check(serverRandom, RANDOM_SIZE, "ServerRandom");
        keyExchange = List.copyOf(keyExchange);
        scopes = List.copyOf(scopes);
    }

    @Override
    public int messageType() {
        return LicensePreamble.LICENSE_REQUEST;
    }

    static ServerLicenseRequest decodeMessage(WireReader in) {
        in.named("Server License Request", "MS-RDPELE 2.2.2.1");
        Octets random = in.octets(RANDOM_SIZE, "ServerRandom");
        ProductInformation product = ProductInformation.decode(in);
        List<Integer> algorithms = algorithms(in);
        Octets certificate = LicenseBlob.expect(in, LicenseBlob.CERTIFICATE, "ServerCertificate");
        return new ServerLicenseRequest(
                random,
                product,
                algorithms,
                certificate.isEmpty() ? Optional.empty() : Optional.of(ServerCertificate.decode(certificate.reader())),
                scopes(in));
    }

    private static List<Integer> algorithms(WireReader in) {
        Octets list = LicenseBlob.expect(in, LicenseBlob.KEY_EXCHANGE_ALGORITHMS, "KeyExchangeList");
        if (list.length() % 4 != 0 || list.length() > 4 * MOST_ALGORITHMS) {
            throw in.malformed("KeyExchangeList", "numbers of 4 bytes", list.length());
        }
        var algorithms = new ArrayList<Integer>();
        for (WireReader numbers = list.reader(); numbers.hasRemaining(); ) {
            algorithms.add(numbers.i32("KeyExchangeAlg"));
        }
        return algorithms;
    }

    private static List<Scope> scopes(WireReader in) {
        int count = in.count(in.u32("ScopeCount"), MOST_SCOPES, "ScopeCount");
        var scopes = new ArrayList<Scope>();
        for (int i = 0; i < count; i++) {
            scopes.add(new Scope(Terminated.narrow(LicenseBlob.expect(in, LicenseBlob.SCOPE, "Scope"))));
        }
        return scopes;
    }

    @Override
    public void encodeMessage(WireWriter out) {
        out.octets(serverRandom);
        product.encode(out);
        var algorithms = new WireWriter();
        keyExchange.forEach(algorithms::i32);
        new LicenseBlob(LicenseBlob.KEY_EXCHANGE_ALGORITHMS, algorithms.toOctets()).encode(out);
        var chain = new WireWriter();
        certificate.ifPresent(present -> present.encode(chain));
        new LicenseBlob(LicenseBlob.CERTIFICATE, chain.toOctets()).encode(out);
        out.u32(scopes.size());
        scopes.forEach(scope -> new LicenseBlob(LicenseBlob.SCOPE, Terminated.narrow(scope.name())).encode(out));
    }
}
