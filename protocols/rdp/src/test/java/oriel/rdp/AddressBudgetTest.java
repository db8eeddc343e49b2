package oriel.rdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AddressBudgetTest {

    private final AtomicLong clock = new AtomicLong();
    private final List<String> pushedOut = new ArrayList<>();

    private static InetAddress address(int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        try {
            return InetAddress.getByAddress(raw);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private AddressBudget budget(int perAddress, int total, double perSecond, int burst) {
        return new AddressBudget(new AddressBudget.Limits(perAddress, total, perSecond, burst), clock::get);
    }

    @Test
    void shouldPushOutTheOldestOfTheSameAddress() {
        var budget = budget(2, 100, 0, 1);
        var one = address(192, 0, 2, 1);
        budget.admit(one, () -> pushedOut.add("first"));
        budget.admit(one, () -> pushedOut.add("second"));
        budget.admit(address(192, 0, 2, 2), () -> pushedOut.add("other"));
        budget.admit(one, () -> pushedOut.add("third"));
        assertThat(pushedOut).containsExactly("first");
        assertThat(budget.halfOpen()).isEqualTo(3);
    }

    @Test
    void shouldPushOutTheOldestOfTheBusiestAddressWhenTheListenerIsFull() {
        var budget = budget(10, 3, 0, 1);
        budget.admit(address(192, 0, 2, 1), () -> pushedOut.add("alone"));
        budget.admit(address(192, 0, 2, 2), () -> pushedOut.add("busy"));
        budget.admit(address(192, 0, 2, 2), () -> pushedOut.add("busy later"));
        budget.admit(address(192, 0, 2, 3), () -> pushedOut.add("newcomer"));
        assertThat(pushedOut).containsExactly("busy");
    }

    @Test
    void shouldGiveAPlaceBackOnce() {
        var budget = budget(2, 2, 0, 1);
        var place = budget.admit(address(192, 0, 2, 1), () -> {}).orElseThrow();
        budget.admit(address(192, 0, 2, 1), () -> pushedOut.add("second"));
        place.close();
        place.close();
        assertThat(budget.halfOpen()).isEqualTo(1);
        budget.admit(address(192, 0, 2, 1), () -> {});
        assertThat(pushedOut).isEmpty();
    }

    @Test
    void shouldLimitHowOftenAnAddressMayCome() {
        var budget = budget(100, 100, 2, 3);
        var one = address(192, 0, 2, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(budget.admit(one, () -> {})).isPresent();
        }
        assertThat(budget.admit(one, () -> {})).isEmpty();
        assertThat(budget.admit(address(192, 0, 2, 2), () -> {})).isPresent();
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        assertThat(budget.admit(one, () -> {})).isPresent();
        assertThat(budget.admit(one, () -> {})).isEmpty();
    }

    /** Tunnels and gateways on this host stand for many clients. */
    @Test
    void shouldLetThisHostComeAsOftenAsItLikes() {
        var budget = budget(100, 100, 1, 1);
        for (int i = 0; i < 20; i++) {
            assertThat(budget.admit(address(127, 0, 0, 1), () -> {})).isPresent();
        }
    }

    /** Everybody has 2^64 addresses of version 6 at least. */
    @Test
    void shouldCountAnIpv6NetworkAsOneAddress() {
        var budget = budget(1, 100, 0, 1);
        budget.admit(address(0x20, 1, 0xD, 0xB8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1), () -> pushedOut.add("first"));
        budget.admit(address(0x20, 1, 0xD, 0xB8, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1), () -> pushedOut.add("elsewhere"));
        budget.admit(address(0x20, 1, 0xD, 0xB8, 0, 0, 0, 1, 9, 9, 9, 9, 9, 9, 9, 9), () -> pushedOut.add("second"));
        assertThat(pushedOut).containsExactly("first");
    }

    @Test
    void shouldForgetQuietAddresses() {
        var budget = budget(1, 100_000, 0, 1);
        for (int i = 0; i < 40_000; i++) {
            budget.admit(address(10, i >> 16, i >> 8, i), () -> {})
                    .orElseThrow()
                    .close();
        }
        assertThat(budget.addresses()).isLessThan(20_000);
    }
}
