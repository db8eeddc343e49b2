package oriel.rdp.clipboard;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import oriel.contract.desktop.ClipboardContent;
import oriel.contract.desktop.ClipboardEndpoint;
import oriel.contract.desktop.ClipboardSink;
import oriel.contract.protocol.ProtocolException;
import oriel.contract.protocol.VirtualChannel;
import oriel.rdp.codec.clipboard.ClipboardCapabilities;
import oriel.rdp.codec.clipboard.ClipboardPdu;
import oriel.rdp.codec.clipboard.FormatList;
import oriel.rdp.codec.clipboard.FormatList.Format;
import oriel.wire.MalformedPduException;
import oriel.wire.Octets;
import oriel.wire.WireReader;
import oriel.wire.WireWriter;

/**
 * The clipboard channel of a connection ([MS-RDPECLIP] 1.3.2): server's capabilities and readiness, client's capabilities and first
 * list, then lists, requests and answers both ways. One virtual thread reads; another one announces what the session has copied and
 * answers the client's requests one after another, since each may have to wait for a program of the session. What goes wrong here
 * ends the sharing of this connection's clipboard and nothing else.
 *
 * <p>Attachments come and go on the channel, one at a time: when one is closed, what its session has copied is taken back.
 */
public final class ClipboardChannel {

    /** Name of the channel. */
    public static final String NAME = "cliprdr";

    private static final Logger LOG = LoggerFactory.getLogger(ClipboardChannel.class);

    /** How long a client may take for what somebody wants to paste. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Requests of the client that may wait; a client has one at a time. */
    private static final int MOST_REQUESTS = 32;

    /** What the second thread has to do. */
    private sealed interface Task {
        /** Tell the client what the session has copied. */
        record Announce() implements Task {}

        /** Answer a request of the client. */
        record Serve(int formatId) implements Task {}

        /** Nothing any more. */
        record End() implements Task {}
    }

    private final VirtualChannel channel;
    private final String owner;
    private final ClientRequests requests;
    private final LinkedBlockingQueue<Task> tasks = new LinkedBlockingQueue<>();

    /** Held while the session is told of the client's offers, so that it hears of them in their order. */
    private final Object telling = new Object();

    // guarded by this
    private @Nullable Attachment attached;
    private @Nullable ClipboardContent copied;
    private @Nullable ClientContent offered;
    private boolean announceDue;
    private boolean clientReady;
    private boolean over;

    /** Used by both threads; changed by the reading one, before the client is ready. */
    private volatile boolean longNames;

    /** Whether the client has been told of anything it could paste; of the second thread. */
    private boolean somethingAnnounced;

    /**
     * Takes a channel into use; it is closed when the sharing ends.
     *
     * @param channel the channel
     * @param owner   whose it is, for the log
     */
    public ClipboardChannel(VirtualChannel channel, String owner) {
        this(channel, owner, PATIENCE);
    }

    ClipboardChannel(VirtualChannel channel, String owner, Duration patience) {
        this.channel = channel;
        this.owner = owner;
        requests = new ClientRequests(this::write, patience);
    }

    /** Starts the threads; the client is asked to take part. */
    public void begin() {
        Map<String, String> context = MDC.getCopyOfContextMap();
        start("rdp-clipboard-read", context, this::read);
        start("rdp-clipboard", context, this::work);
    }

    private static void start(String name, @Nullable Map<String, String> context, Runnable run) {
        Thread.ofVirtual().name(name).start(() -> {
            if (context != null) {
                MDC.setContextMap(context);
            }
            run.run();
        });
    }

    /**
     * A fresh endpoint; the one before is closed.
     *
     * @return the endpoint of the next attachment
     */
    public ClipboardEndpoint endpoint() {
        var next = new Attachment();
        Attachment before;
        synchronized (this) {
            before = attached;
        }
        if (before != null) {
            before.close();
        }
        synchronized (this) {
            attached = next;
        }
        return next;
    }

    /** The session's side of the client's clipboard, for one attachment. */
    private final class Attachment implements ClipboardEndpoint {

        /** Guarded by {@link #telling}. */
        private @Nullable ClipboardSink session;

        @Override
        public void open(ClipboardSink sink) {
            synchronized (telling) {
                session = sink;
                tell(this);
            }
        }

        @Override
        public void offer(ClipboardContent content) {
            synchronized (ClipboardChannel.this) {
                if (attached == this) {
                    copied = content;
                    announce();
                }
            }
        }

        @Override
        public void close() {
            synchronized (ClipboardChannel.this) {
                if (attached != this) {
                    return;
                }
                attached = null;
                copied = null;
                announce();
            }
            requests.fail("the clipboard is not shared any more");
            synchronized (telling) {
                session = null;
            }
        }
    }

    // --- what the session has copied
    // ----------------------------------------------------------------------------------

    /** Has the client told; called with the monitor held. */
    private void announce() {
        if (clientReady && !announceDue && !over) {
            announceDue = true;
            tasks.add(new Task.Announce());
        }
    }

    private void work() {
        try {
            write(new ClipboardCapabilities(
                    ClipboardCapabilities.VERSION_2, OptionalInt.of(ClipboardCapabilities.USE_LONG_FORMAT_NAMES)));
            write(new ClipboardPdu.MonitorReady());
            while (perform(tasks.take())) {
                // until there is nothing any more
            }
        } catch (ProtocolException e) {
            end(String.valueOf(e.getMessage()), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end("interrupted", false);
        } catch (RuntimeException e) {
            LOG.error("Serving the clipboard of {} failed.", owner, e);
            end("internal error: " + e, true);
        }
    }

    private boolean perform(Task task) throws ProtocolException {
        switch (task) {
            case Task.Announce _ -> writeFormats();
            case Task.Serve(int formatId) -> write(answer(formatId));
            case Task.End _ -> {
                return false;
            }
        }
        return true;
    }

    private void writeFormats() throws ProtocolException {
        ClipboardContent content;
        synchronized (this) {
            announceDue = false;
            content = copied;
        }
        List<Format> formats = content == null ? List.of() : SessionForms.formats(content.formats());
        if (somethingAnnounced || !formats.isEmpty()) {
            somethingAnnounced = !formats.isEmpty();
            write(new FormatList(formats));
        }
    }

    private ClipboardPdu answer(int formatId) {
        ClipboardContent content;
        synchronized (this) {
            content = copied;
        }
        if (content == null) {
            return ClipboardPdu.FormatDataResponse.FAILED;
        }
        try {
            return new ClipboardPdu.FormatDataResponse(true, Octets.of(SessionForms.read(content, formatId)));
        } catch (IOException e) {
            LOG.debug("The client of {} cannot paste format {}: {}.", owner, formatId, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("What was copied in the session of {} cannot be read.", owner, e);
        }
        return ClipboardPdu.FormatDataResponse.FAILED;
    }

    private void write(ClipboardPdu pdu) throws ProtocolException {
        var out = new WireWriter();
        pdu.encode(out, longNames);
        channel.write(out.toByteArray());
    }

    // --- what the client sends
    // ----------------------------------------------------------------------------------------

    private void read() {
        try {
            while (true) {
                byte[] message = channel.read();
                if (message.length == 0) {
                    requests.unreadable();
                } else {
                    receive(ClipboardPdu.decode(new WireReader(message), longNames));
                }
            }
        } catch (ProtocolException e) {
            end(String.valueOf(e.getMessage()), false);
        } catch (MalformedPduException e) {
            end(String.valueOf(e.getMessage()), true);
        } catch (RuntimeException e) {
            LOG.error("Reading the clipboard of {} failed.", owner, e);
            end("internal error: " + e, true);
        }
    }

    private void receive(ClipboardPdu pdu) throws ProtocolException {
        switch (pdu) {
            case ClipboardCapabilities capabilities ->
                longNames = capabilities.has(ClipboardCapabilities.USE_LONG_FORMAT_NAMES);
            case FormatList list -> copiedAtTheClient(list);
            case ClipboardPdu.FormatDataRequest(int formatId) -> requested(formatId);
            case ClipboardPdu.FormatDataResponse(boolean ok, Octets data) -> requests.answered(ok, data);
            case ClipboardPdu.FileContentsRequest request ->
                write(new ClipboardPdu.FileContentsResponse(false, request.streamId(), Octets.EMPTY));
            case ClipboardPdu.FormatListResponse(boolean ok) -> {
                if (!ok) {
                    LOG.debug("The client of {} has not taken what was copied in its session.", owner);
                }
            }
            case ClipboardPdu.MonitorReady _,
                    ClipboardPdu.TemporaryDirectory _,
                    ClipboardPdu.FileContentsResponse _,
                    ClipboardPdu.LockData _,
                    ClipboardPdu.UnlockData _,
                    ClipboardPdu.Other _ -> {
                // of no meaning to a server that shares no files
            }
        }
    }

    private void copiedAtTheClient(FormatList list) throws ProtocolException {
        write(new ClipboardPdu.FormatListResponse(true));
        requests.renew();
        Attachment present;
        synchronized (this) {
            offered = new ClientContent(list, requests);
            present = attached;
            if (!clientReady) {
                clientReady = true;
                if (copied != null) {
                    announce();
                }
            }
        }
        if (present != null) {
            synchronized (telling) {
                tell(present);
            }
        }
    }

    /** Tells a session what can be pasted now; called with {@link #telling} held. */
    private void tell(Attachment attachment) {
        ClipboardContent content;
        synchronized (this) {
            content = attached == attachment ? offered : null;
        }
        ClipboardSink session = attachment.session;
        if (session != null && content != null) {
            session.offer(content);
        }
    }

    private void requested(int formatId) {
        if (tasks.size() > MOST_REQUESTS) {
            throw new MalformedPduException(
                    "Format Data Request PDU",
                    "msgType",
                    0,
                    "one request at a time",
                    "more than " + MOST_REQUESTS,
                    "MS-RDPECLIP 3.1.5.4.3");
        }
        tasks.add(new Task.Serve(formatId));
    }

    private void end(String reason, boolean tell) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            copied = null;
            attached = null;
        }
        LOG.atLevel(tell ? Level.INFO : Level.DEBUG)
                .log("The clipboard of {} is not shared any more: {}.", owner, reason);
        tasks.clear();
        tasks.add(new Task.End());
        requests.end("the clipboard is not shared any more");
        channel.close();
    }
}
