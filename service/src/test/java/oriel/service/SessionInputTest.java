package oriel.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import oriel.contract.protocol.ProtocolException;
import oriel.kit.ScriptedConnection;

class SessionInputTest {

    /** A scene with a bug harms itself: whoever gives it input hears nothing of it, and the next event comes all the same. */
    @Test
    void shouldKeepTheFaultsOfASceneFromWhoeverGivesItInput() throws ProtocolException, InterruptedException {
        try (var house = House.open()) {
            ScriptedConnection client = house.logOn("ann");
            FakeDesktop desktop = House.next(house.desktops.started);
            desktop.fails = true;
            var keyboard = client.keyboards().getFirst().awaitOpen(House.PATIENCE);
            var pointer = client.pointers().getFirst().awaitOpen(House.PATIENCE);
            for (int i = 1; i <= 3; i++) {
                keyboard.key(i, 0, true);
                pointer.moved(i, i);
            }
            keyboard.character('x', true);
            assertThat(desktop.heard)
                    .containsSubsequence(
                            "key 1 down", "moved 1,1", "key 2 down", "moved 2,2", "moved 3,3", "character 120");
            assertThat(house.session(client).state()).isEqualTo(SessionState.ACTIVE);
        }
    }
}
