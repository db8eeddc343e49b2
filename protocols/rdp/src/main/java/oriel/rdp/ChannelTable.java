package oriel.rdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.rdp.codec.gcc.ClientNetworkData.ChannelDefinition;
import oriel.rdp.codec.mcs.ChannelJoinConfirm;
import oriel.rdp.codec.mcs.ChannelJoinRequest;
import oriel.rdp.codec.mcs.McsResult;

/**
 * The static virtual channels a client has named, and which of them it has joined ([MS-RDPBCGR] 2.2.1.3.4, 2.2.1.8). Filled by
 * the thread that sets the connection up, read by others afterwards.
 */
final class ChannelTable {

    /** One channel. */
    static final class Entry {

        private final int id;
        private final ChannelDefinition definition;
        private volatile boolean joined;
        private volatile @Nullable ChannelEnd open;

        private Entry(int id, ChannelDefinition definition) {
            this.id = id;
            this.definition = definition;
        }

        int id() {
            return id;
        }

        ChannelDefinition definition() {
            return definition;
        }

        boolean isJoined() {
            return joined;
        }

        /** Who takes what the client sends; null = nobody, it is dropped. */
        @Nullable
        ChannelEnd open() {
            return open;
        }

        /** Takes the channel into use; false = it is in use already. */
        synchronized boolean open(ChannelEnd end) {
            if (open != null) {
                return false;
            }
            open = end;
            return true;
        }

        /** The channel is not used any more. */
        synchronized void release(ChannelEnd end) {
            if (open == end) {
                open = null;
            }
        }
    }

    private static final int FIRST = ChannelIds.IO + 1;

    private final List<Entry> entries;

    ChannelTable(List<ChannelDefinition> definitions) {
        var list = new ArrayList<Entry>();
        for (ChannelDefinition definition : definitions) {
            list.add(new Entry(FIRST + list.size(), definition));
        }
        entries = List.copyOf(list);
    }

    int nextFreeId() {
        return FIRST + entries.size();
    }

    List<Integer> ids() {
        return entries.stream().map(Entry::id).toList();
    }

    /** Client and server have agreed that channels need not be joined (2.2.1.3.2, 2.2.1.4.2). */
    void joinAll() {
        entries.forEach(entry -> entry.joined = true);
    }

    /** Answers a join; a channel that does not exist is refused. */
    ChannelJoinConfirm join(ChannelJoinRequest request, ChannelIds ids) {
        int channel = request.channelId();
        boolean own = channel == ids.user()
                || channel == ids.io()
                || channel == ids.message().orElse(-1);
        Optional<Entry> entry = find(channel);
        entry.ifPresent(found -> found.joined = true);
        return own || entry.isPresent()
                ? ChannelJoinConfirm.joined(request)
                : ChannelJoinConfirm.refused(request, McsResult.NO_SUCH_CHANNEL);
    }

    Optional<Entry> find(int channel) {
        int index = channel - FIRST;
        return index >= 0 && index < entries.size() ? Optional.of(entries.get(index)) : Optional.empty();
    }

    /** Names are compared without regard to case (2.2.1.3.4.1). */
    Optional<Entry> find(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry ->
                        entry.definition.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    List<Entry> entries() {
        return entries;
    }
}
