package oriel.desktop.x11.screen;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import oriel.desktop.x11.client.Listening;
import oriel.desktop.x11.client.XConnection;
import oriel.desktop.x11.extension.Damage;
import oriel.desktop.x11.extension.Fixes;

/**
 * Where the screen changes. The server says once that there is damage, and then nothing until the damage has been taken: it is
 * subtracted first and read afterwards, so that nothing is lost between. What is drawn meanwhile joins on the server, so that a program
 * that floods the screen causes no more than one report every {@value #PACE} milliseconds; the first one comes at once. While nobody
 * listens the damage is left where it is, and nothing is reported at all.
 */
final class DamageReports implements AutoCloseable {

    /** Milliseconds between two reports, at least. */
    static final int PACE = 4;

    private final XConnection connection;
    private final Damage damage;
    private final Fixes fixes;
    private final Consumer<Fixes.Region> reported;
    private final int id;
    private final int region;
    private final Executor later;
    private final Listening listening;
    private boolean wanted;
    private boolean pending;
    private boolean scheduled;
    private long last = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);

    DamageReports(XConnection connection, Damage damage, Fixes fixes, Consumer<Fixes.Region> reported) {
        this.connection = connection;
        this.damage = damage;
        this.fixes = fixes;
        this.reported = reported;
        this.id = connection.newId();
        this.region = connection.newId();
        this.later = CompletableFuture.delayedExecutor(PACE, TimeUnit.MILLISECONDS, Runnable::run);
        this.listening = connection.on(damage.notifyType(), notice -> noticed());
        connection.send(fixes.createRegion(region));
        connection.send(damage.create(id, connection.root(), Damage.Level.NON_EMPTY));
    }

    /** Whether anybody wants reports. What was damaged before is reported too. */
    synchronized void want(boolean some) {
        wanted = some;
        if (some && pending) {
            take();
        }
    }

    private synchronized void noticed() {
        pending = true;
        if (!wanted || scheduled) {
            return;
        }
        if (System.nanoTime() - last < TimeUnit.MILLISECONDS.toNanos(PACE)) {
            scheduled = true;
            later.execute(this::due);
        } else {
            take();
        }
    }

    private synchronized void due() {
        scheduled = false;
        if (wanted && pending) {
            take();
        }
    }

    private void take() {
        pending = false;
        last = System.nanoTime();
        connection.send(damage.subtract(id, region));
        connection.ask(fixes.fetchRegion(region), reported::accept);
    }

    @Override
    public void close() {
        listening.close();
        want(false);
    }
}
