package oriel.desktop.x11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.contract.desktop.DesktopFailedException;
import oriel.xsession.SessionEnd;

class SessionEndingTest {

    private final ExampleHost host = new ExampleHost();
    private final SessionEnding ending = new SessionEnding(host);

    @Test
    void shouldTellOnce() throws DesktopFailedException {
        ending.started();
        ending.ended(new SessionEnd(false, "the X server was killed", List.of()));
        ending.ended(new SessionEnd(false, "the desktop ended too", List.of()));
        assertThat(host.told).containsExactly("failed: the X server was killed []");
    }

    @Test
    void shouldTellNothingAfterTheServiceHasClosed() throws DesktopFailedException {
        ending.started();
        ending.close();
        ending.ended(new SessionEnd(false, "stopped", List.of()));
        assertThat(host.told).isEmpty();
        assertThat(ending.isOver()).isTrue();
    }

    @Test
    void shouldKeepAnEarlyEndForWhoeverStarts() {
        ending.ended(new SessionEnd(true, "", List.of("a line")));
        assertThat(host.told).isEmpty();
        assertThatThrownBy(ending::started)
                .isInstanceOf(DesktopFailedException.class)
                .hasMessage("the desktop ended as soon as it was started");
    }

    @Test
    void shouldTellTheLastLinesOnly() throws DesktopFailedException {
        ending.started();
        ending.ended(new SessionEnd(false, "broken", Collections.nCopies(500, "x")));
        assertThat(host.told.remove())
                .isEqualTo("failed: broken " + Collections.nCopies(DesktopFailedException.LONGEST_TAIL, "x"));
    }
}
