package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.contract.protocol.ProtocolException;
import oriel.kit.Action;
import oriel.kit.ScriptedConnection;

class ManyConnectionsTest {

    private static final int MANY = 200;

    @Test
    void shouldServeManyConnectionsAtOnce() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            List<ScriptedConnection> clients = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                clients.add(house.provider.connect(House.user("user" + i)));
            }
            for (ScriptedConnection client : clients) {
                client.awaitCall("LogonNotify", House.PATIENCE);
            }
            House.await(() -> house.service.sessions().stream()
                            .filter(session -> session.state() == SessionState.ACTIVE)
                            .count()
                    == MANY);
            assertThat(house.service.sessions()).extracting(SessionStatus::id).doesNotHaveDuplicates();
            for (ScriptedConnection client : clients) {
                client.breakConnection();
            }
            House.await(() -> house.service.listeners().getFirst().connections() == 0);
            assertThat(house.service.sessions())
                    .hasSize(MANY)
                    .allMatch(session -> session.state() == SessionState.DISCONNECTED);
        }
    }

    /** Providers that hang cost their own connections and nobody's time. */
    @Test
    void shouldServeOthersWhileManyHang() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            for (int i = 0; i < MANY; i++) {
                house.provider.connect(House.user("user" + i).on("AcceptConnection", Action.block()));
            }
            house.logOn("ann");
            assertThat(house.service.sessions()).hasSize(1);
        }
    }
}
