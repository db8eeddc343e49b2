package oriel.rdp.transport;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Gives TLS the key it asks for by kind. Holds keys as they were read: a key store would encrypt and decrypt them once more,
 * which takes longer than everything else at start.
 */
final class ListenerKeys extends X509ExtendedKeyManager {

    /**
     * One certificate with its key.
     *
     * @param chain the server's own certificate first; not copied
     * @param key   its private key
     */
    record Entry(X509Certificate[] chain, PrivateKey key) {

        String kind() {
            return chain[0].getPublicKey().getAlgorithm();
        }
    }

    private final List<Entry> entries;

    ListenerKeys(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        for (Entry entry : entries) {
            if (entry.kind().equals(keyType)) {
                return keyType;
            }
        }
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = chooseEngineServerAlias(keyType, issuers, null);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        for (Entry entry : entries) {
            if (entry.kind().equals(alias)) {
                return entry.chain().clone();
            }
        }
        return null;
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        for (Entry entry : entries) {
            if (entry.kind().equals(alias)) {
                return entry.key();
            }
        }
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
