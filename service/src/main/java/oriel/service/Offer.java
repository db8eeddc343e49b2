package oriel.service;

import java.util.Arrays;
import java.util.Optional;
import oriel.contract.protocol.ClientData;
import oriel.contract.protocol.SerializedUserCredential;
import oriel.contract.protocol.UserCredential;

/**
 * The credentials that came with a connection, in the order in which they count (Q39): serialized, from {@code
 * GetUserCredentials}, from the client's data if it asks to be logged on automatically. Wiped by {@link #close()}.
 *
 * @param serialized what {@code GetSerializedUserCredential} answered
 * @param credential what {@code GetUserCredentials} answered
 * @param client     what the client said
 */
record Offer(Optional<SerializedUserCredential> serialized, Optional<UserCredential> credential, ClientData client)
        implements AutoCloseable {

    /** User and password, if both were sent. */
    Optional<UserCredential> complete() {
        return credential
                .or(() -> client.inheritAutoLogon()
                        ? Optional.of(new UserCredential(client.userName(), client.password(), client.domain()))
                        : Optional.empty())
                .filter(offered -> !offered.userName().isEmpty() && offered.password().length > 0);
    }

    /** The user name to begin with, possibly empty. */
    String userName() {
        return credential
                .map(UserCredential::userName)
                .filter(name -> !name.isEmpty())
                .orElse(client.userName());
    }

    /** Forgets the passwords; user names stay. */
    void wipe() {
        serialized.ifPresent(SerializedUserCredential::wipe);
        credential.ifPresent(UserCredential::wipe);
        Arrays.fill(client.password(), '\0');
    }

    @Override
    public void close() {
        wipe();
    }
}
