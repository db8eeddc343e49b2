package oriel.rdp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How much an address may take before its user is known: connections that are being set up, and new connections per second. An
 * IPv6 address stands for its /64 network.
 *
 * <p>When an address (or the whole listener) has as many half-open connections as it may have, a newcomer pushes out the oldest
 * one rather than being turned away: an honest client is through in milliseconds, so what is old is most likely idle, and a
 * crowd of silent connections cannot lock anyone out. Safe for use by several threads.
 */
final class AddressBudget {

    /** Addresses remembered at most; the one that was quiet longest is forgotten first. */
    private static final int ADDRESSES_KEPT = 16_384;

    private static final double NANOS = 1e9;

    /**
     * What may be taken.
     *
     * @param perAddress connections being set up from one address
     * @param total      connections being set up in all
     * @param perSecond  new connections per second from one address that is not this host, in the long run; 0 = no limit
     * @param burst      new connections from one address at once
     */
    record Limits(int perAddress, int total, double perSecond, int burst) {}

    /** A half-open connection; closing it twice is no error. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    private final Limits limits;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();

    /** In the order of last use. */
    private final Map<String, Account> accounts = new LinkedHashMap<>(64, 0.75f, true);

    private int total;

    AddressBudget(Limits limits, LongSupplier nanoClock) {
        this.limits = limits;
        this.clock = nanoClock;
    }

    /**
     * Asks for a place.
     *
     * @param address where the client comes from
     * @param pushOut ends the connection if a newer one needs its place; called on another connection's thread
     * @return the place, to be closed when the connection is set up or over; empty = too many connections in too short a time
     */
    Optional<Place> admit(InetAddress address, Runnable pushOut) {
        Optional<Seat> pushed = Optional.empty();
        Seat seat;
        lock.lock();
        try {
            Account account = accounts.computeIfAbsent(network(address), _ -> new Account(clock.getAsLong()));
            forgetQuietest();
            if (!address.isLoopbackAddress() && !account.takeToken()) {
                return Optional.empty();
            }
            if (account.seats.size() >= limits.perAddress()) {
                pushed = Optional.of(account.removeOldest());
            } else if (total >= limits.total()) {
                pushed = Optional.of(busiest().removeOldest());
            }
            seat = new Seat(account, pushOut);
            account.seats.add(seat);
            total++;
        } finally {
            lock.unlock();
        }
        pushed.ifPresent(old -> old.pushOut.run());
        return Optional.of(seat);
    }

    /** How many addresses are remembered. */
    int addresses() {
        lock.lock();
        try {
            return accounts.size();
        } finally {
            lock.unlock();
        }
    }

    /** How many connections are being set up. */
    int halfOpen() {
        lock.lock();
        try {
            return total;
        } finally {
            lock.unlock();
        }
    }

    private void forgetQuietest() {
        if (accounts.size() > ADDRESSES_KEPT) {
            var quietest = accounts.entrySet().iterator();
            while (quietest.hasNext()) {
                if (quietest.next().getValue().seats.isEmpty()) {
                    quietest.remove();
                    return;
                }
            }
        }
    }

    private Account busiest() {
        Account busiest = null;
        for (Account account : accounts.values()) {
            if (busiest == null || account.seats.size() > busiest.seats.size()) {
                busiest = account;
            }
        }
        if (busiest == null) {
            throw new IllegalStateException("no half-open connection, though " + total + " were counted");
        }
        return busiest;
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }

    /** What one address has taken. */
    private final class Account {

        private final LinkedHashSet<Seat> seats = new LinkedHashSet<>();
        private double tokens = limits.burst();
        private long filledAt;

        Account(long now) {
            filledAt = now;
        }

        boolean takeToken() {
            if (limits.perSecond() <= 0) {
                return true;
            }
            long now = clock.getAsLong();
            tokens = Math.min(limits.burst(), tokens + (now - filledAt) * limits.perSecond() / NANOS);
            filledAt = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }

        Seat removeOldest() {
            Seat oldest = seats.removeFirst();
            total--;
            return oldest;
        }
    }

    private final class Seat implements Place {

        private final Account account;
        private final Runnable pushOut;

        Seat(Account account, Runnable pushOut) {
            this.account = account;
            this.pushOut = pushOut;
        }

        @Override
        public void close() {
            lock.lock();
            try {
                if (account.seats.remove(this)) {
                    total--;
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
