package oriel.rdp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import oriel.contract.desktop.Monitor;
import oriel.contract.desktop.MonitorLayout;
import oriel.rdp.codec.displaycontrol.DisplayControlPdu;
import oriel.rdp.codec.gcc.MonitorDefinition;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireWriter;

/**
 * The client's monitors as they are now: at first those it has connected with, then what it asks for on the Display Control
 * channel ([MS-RDPEDISP]). While its user drags the edge of a window a client asks many times a second; the session hears of
 * the newest layout only, and of none while the client is still being activated for the one before.
 */
final class ClientScreens implements DynamicChannels.User {

    private static final Logger LOG = LoggerFactory.getLogger(ClientScreens.class);

    /** Time that a layout stands at least. */
    private static final long STANDS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Factor of the area of all monitors: sixteen times this squared is the largest desktop, 8192 pixels squared. */
    private static final int AREA_FACTOR = 2048;

    private final RdpConnection connection;
    private final Consumer<MonitorLayout> session;
    private final LongSupplier clock;
    private volatile MonitorLayout layout;
    private volatile boolean changed;

    // guarded by this
    private @Nullable MonitorLayout wanted;
    private boolean active;
    private boolean told;
    private long toldAt;

    /** Used by the reading thread only. */
    private boolean complained;

    ClientScreens(
            RdpConnection connection, MonitorLayout atFirst, Consumer<MonitorLayout> session, LongSupplier clock) {
        this.connection = connection;
        this.layout = atFirst;
        this.session = session;
        this.clock = clock;
    }

    MonitorLayout layout() {
        return layout;
    }

    @Override
    public void opened(DynamicChannels.Channel channel) {
        var out = new WireWriter();
        new DisplayControlPdu.Capabilities(DisplayControlPdu.MAXIMUM_MONITORS, AREA_FACTOR, AREA_FACTOR).encode(out);
        channel.post(out.toByteArray());
    }

    @Override
    public void received(Octets message) {
        try {
            if (DisplayControlPdu.decode(message.reader()) instanceof DisplayControlPdu.MonitorLayout pdu) {
                want(RequestedMonitors.of(pdu));
            }
        } catch (MalformedPduException | IllegalArgumentException e) {
            // The monitors stay as they are (3.1.5.2). One line is enough for a client that does not learn from it.
            LOG.atLevel(complained ? Level.DEBUG : Level.WARN)
                    .log("The monitor layout of {} is ignored: {}.", connection, e.getMessage());
            complained = true;
        }
    }

    @Override
    public void ended(String reason) {
        LOG.debug("Monitors of {} stay as they are: {}.", connection, reason);
    }

    private synchronized void want(MonitorLayout newest) {
        wanted = newest;
        tell();
    }

    /** The client shows the desktop, in whatever size. */
    synchronized void activated() {
        active = true;
        tell();
    }

    /** The client is about to be activated anew. */
    synchronized void deactivate() {
        active = false;
    }

    /** Called a few times a second: what has waited is due, and a session that came later hears of it too. */
    synchronized void look() {
        tell();
        if (active && changed) {
            session.accept(layout);
        }
    }

    private void tell() {
        MonitorLayout newest = wanted;
        boolean stands = told && clock.getAsLong() - toldAt < STANDS;
        if (newest == null || !active || stands) {
            return;
        }
        wanted = null;
        if (!newest.equals(layout)) {
            told = true;
            toldAt = clock.getAsLong();
            changed = true;
            layout = newest;
            session.accept(newest);
        }
    }

    /**
     * What the client is told about the monitors of its desktop ([MS-RDPBCGR] 2.2.12.1), measured from the primary one.
     *
     * @param desktop size of the desktop; if the session has not followed the client, its desktop is one monitor
     */
    oriel.rdp.codec.share.MonitorLayout announcement(DesktopSize desktop) {
        MonitorLayout present = layout;
        if (!ConnectedMonitors.size(present).equals(desktop)) {
            return new oriel.rdp.codec.share.MonitorLayout(List.of(
                    new MonitorDefinition(0, 0, desktop.width() - 1, desktop.height() - 1, MonitorDefinition.PRIMARY)));
        }
        Monitor primary = present.primary();
        var definitions = new ArrayList<MonitorDefinition>();
        for (Monitor monitor : present.monitors()) {
            int left = monitor.x() - primary.x();
            int top = monitor.y() - primary.y();
            definitions.add(new MonitorDefinition(
                    left,
                    top,
                    left + monitor.width() - 1,
                    top + monitor.height() - 1,
                    monitor.primary() ? MonitorDefinition.PRIMARY : 0));
        }
        return new oriel.rdp.codec.share.MonitorLayout(definitions);
    }
}
