package oriel.service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oriel.contract.desktop.ClientView;
import oriel.contract.desktop.Desktop;
import oriel.contract.desktop.LogonScreen;
import oriel.contract.desktop.MonitorLayout;
import oriel.contract.desktop.Scene;
import oriel.contract.desktop.VideoEndpoint;
import oriel.contract.protocol.ConnectionSettings;
import oriel.contract.protocol.InputHandles;
import oriel.contract.protocol.SessionEvent;
import oriel.contract.protocol.SessionHandle;
import oriel.contract.protocol.SessionId;
import oriel.identity.Identity;

/**
 * A session: a user's desktop, shown on at most one connection at a time. Its state is guarded by its monitor, which is
 * held for a few assignments and never while a provider is called.
 *
 * <p>A connection first <em>claims</em> a session, then attaches its endpoints, and <em>releases</em> it in the end; one
 * that wants what another holds must first end that other.
 */
final class Session implements SessionHandle {

    /** What became of a claim. */
    sealed interface Claim {
        /** The session is the claimant's now. */
        record Granted() implements Claim {}

        /** Another connection has it. */
        record HeldBy(ClientConnection holder) implements Claim {}

        /** The session has ended. */
        record Gone() implements Claim {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final SessionId id;
    private final Clock clock;
    private final SessionEvents events;
    private final Instant startedAt;

    // All of the following are guarded by this.
    private SessionState state = SessionState.INIT;
    private Client client;
    private @Nullable ClientConnection holder;
    private @Nullable Attachment attachment;
    private boolean connected;
    private @Nullable Identity user;
    private long entry;
    private @Nullable Desktop desktop;
    private @Nullable LogonScreen logonScreen;
    private @Nullable ConnectionSettings settings;
    private ConnectionState.Wish.@Nullable DesktopEnded failure;
    private boolean locked;
    private boolean staying;
    private boolean warned;
    private @Nullable Instant logonAt;
    private @Nullable Instant connectedAt;
    private @Nullable Instant disconnectedAt;

    /** Makes a session without user, for the first connection that claims it. */
    Session(SessionId id, Clock clock, SessionEvents events, Client client) {
        this.id = id;
        this.clock = clock;
        this.events = events;
        this.startedAt = clock.instant();
        this.client = client;
    }

    @Override
    public SessionId session() {
        return id;
    }

    int number() {
        return id.sessionId();
    }

    Instant startedAt() {
        return startedAt;
    }

    /** A connection wants this session. */
    synchronized Claim claim(ClientConnection by) {
        if (state == SessionState.RESET) {
            return new Claim.Gone();
        }
        if (holder != null && holder != by) {
            return new Claim.HeldBy(holder);
        }
        holder = by;
        state = SessionState.CONNECT_QUERY;
        return new Claim.Granted();
    }

    /** The session is shown on these endpoints from now on. */
    void attach(EndpointCalls calls, InputHandles inputs, Optional<VideoEndpoint> video, Client to)
            throws ConnectionEnded {
        var endpoints = new Attachment(calls, inputs, video, to.view().size(), this::follow);
        Scene scene;
        synchronized (this) {
            attachment = endpoints;
            client = to;
            scene = shown();
        }
        endpoints.open(scene);
    }

    /** The client has other monitors: whatever it may see follows. */
    private void follow(MonitorLayout layout) {
        List<Scene> scenes;
        ClientView view;
        synchronized (this) {
            client = client.with(layout);
            view = client.view();
            scenes = Stream.<@Nullable Scene>of(desktop, logonScreen)
                    .filter(Objects::nonNull)
                    .map(Scene.class::cast)
                    .toList();
        }
        for (Scene scene : scenes) {
            try {
                scene.adapt(view);
            } catch (RuntimeException e) {
                LOG.warn("A scene of session {} cannot follow its client's monitors", number(), e);
            }
        }
    }

    /** The client sees the session. */
    void connected() {
        synchronized (this) {
            state = SessionState.CONNECTED;
            connected = true;
            connectedAt = clock.instant();
            disconnectedAt = null;
        }
        events.happened(this, SessionEvent.REMOTE_CONNECT);
    }

    /** The user is at work. */
    synchronized void active(ConnectionSettings effective) {
        if (state == SessionState.CONNECTED) {
            state = SessionState.ACTIVE;
        }
        settings = effective;
    }

    /** The connection lets go, if it has the session at all: its endpoints are void, its logon screen is gone. */
    void detach(ClientConnection by) {
        Attachment endpoints;
        boolean wasConnected;
        synchronized (this) {
            if (holder != by) {
                return;
            }
            endpoints = attachment;
            wasConnected = connected;
            holder = null;
            attachment = null;
            connected = false;
            if (state != SessionState.RESET) {
                state = SessionState.DISCONNECTED;
            }
            disconnectedAt = clock.instant();
        }
        if (endpoints != null) {
            endpoints.cut();
        }
        uncover();
        if (wasConnected) {
            events.happened(this, SessionEvent.REMOTE_DISCONNECT);
            LOG.info("Session {} is disconnected", number());
        }
        if (endpoints != null) {
            endpoints.close();
        }
    }

    /** The session belongs to this user from now on; the number of the entry tells who was first. */
    synchronized void enter(Identity identity, long number) {
        user = identity;
        entry = number;
        logonAt = clock.instant();
    }

    /** Number of the entry of its user; 0 = nobody has entered. */
    synchronized long entry() {
        return entry;
    }

    /** The user's desktop runs; false = the session has ended meanwhile. */
    boolean start(Desktop started, ClientView startedFor) {
        ClientView view;
        synchronized (this) {
            if (state == SessionState.RESET) {
                return false;
            }
            desktop = started;
            failure = null;
            view = client.view();
        }
        if (!view.equals(startedFor)) {
            started.adapt(view); // the client has changed its monitors meanwhile
        }
        return true;
    }

    /** The desktop has ended by mishap; its user has not been told yet. */
    synchronized void failed(ConnectionState.Wish.DesktopEnded how) {
        failure = how;
    }

    /** How the desktop has ended, if that is still to be told. */
    synchronized Optional<ConnectionState.Wish.DesktopEnded> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether the user sees the desktop at this moment. */
    synchronized boolean open() {
        return desktop != null && logonScreen == null && !locked && state != SessionState.RESET;
    }

    /** A logon screen covers everything. */
    void cover(LogonScreen screen) {
        synchronized (this) {
            logonScreen = screen;
        }
        show();
    }

    /** The logon screen goes away. */
    void uncover() {
        LogonScreen screen;
        synchronized (this) {
            screen = logonScreen;
            logonScreen = null;
        }
        if (screen != null) {
            show();
            screen.close();
        }
    }

    /**
     * A time limit is near, or not any more.
     *
     * @return whether the user is to be warned, which is once each time
     */
    synchronized boolean warn(boolean near) {
        boolean first = near && !warned;
        warned = near;
        return first;
    }

    /** Whether the session keeps its user, so that it counts. */
    synchronized void stay(boolean on) {
        staying = on;
    }

    synchronized boolean staying() {
        return staying;
    }

    /**
     * The desktop is locked or not.
     *
     * @return whether that is a change
     */
    synchronized boolean lock(boolean on) {
        boolean changed = locked != on && desktop != null;
        locked = on && desktop != null;
        return changed;
    }

    synchronized boolean locked() {
        return locked;
    }

    /** What is to be seen: the logon screen if there is one; a locked desktop is not. */
    private @Nullable Scene shown() {
        if (logonScreen != null) {
            return logonScreen;
        }
        return locked || state == SessionState.RESET ? null : desktop;
    }

    /** Puts the scene that is to be seen before the client. */
    void show() {
        Attachment to;
        Scene scene;
        synchronized (this) {
            to = attachment;
            scene = shown();
        }
        if (to != null) {
            to.show(scene);
        }
    }

    /**
     * The session is ended by the caller, and by nobody else.
     *
     * @return false if it was ended before
     */
    synchronized boolean reset() {
        boolean first = state != SessionState.RESET;
        state = SessionState.RESET;
        return first;
    }

    synchronized boolean ended() {
        return state == SessionState.RESET;
    }

    synchronized SessionState state() {
        return state;
    }

    /** The client it is shown on, or was shown on last. */
    synchronized Client client() {
        return client;
    }

    synchronized Optional<ClientConnection> holder() {
        return Optional.ofNullable(holder);
    }

    synchronized Optional<Attachment> attachment() {
        return Optional.ofNullable(attachment);
    }

    synchronized Optional<Identity> user() {
        return Optional.ofNullable(user);
    }

    synchronized Optional<Desktop> desktop() {
        return Optional.ofNullable(desktop);
    }

    /** How users call what runs on it. */
    String desktopName(String otherwise) {
        return desktop()
                .map(runs -> runs.status().name())
                .filter(name -> !name.isEmpty())
                .orElse(otherwise);
    }

    synchronized Optional<ConnectionSettings> settings() {
        return Optional.ofNullable(settings);
    }

    synchronized Optional<Instant> logonAt() {
        return Optional.ofNullable(logonAt);
    }

    synchronized Optional<Instant> connectedAt() {
        return Optional.ofNullable(connectedAt);
    }

    synchronized Optional<Instant> disconnectedAt() {
        return Optional.ofNullable(disconnectedAt);
    }
}
