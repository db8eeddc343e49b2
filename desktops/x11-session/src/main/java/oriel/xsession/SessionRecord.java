package oriel.xsession;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import oriel.system.Account;

/**
 * What must be known of a session to clear it away after its starter has died.
 *
 * @param starter process that started it, with the time of its own start
 * @param owner   its account as it was then, for the name may be gone by now; empty = the starter's own
 * @param unit    its processes
 */
record SessionRecord(String starter, Optional<Account> owner, Unit unit) {

    /** This process, so that no later process with the same id is taken for it. */
    static String ourselves() {
        return name(ProcessHandle.current().pid()).orElse("unknown");
    }

    private static Optional<String> name(long pid) {
        return Proc.startOf(pid).map(start -> pid + "@" + start);
    }

    boolean starterLives() {
        String pid = starter.replaceFirst("@.*", "");
        return pid.matches("\\d{1,18}")
                && name(Long.parseLong(pid)).filter(starter::equals).isPresent();
    }

    String text() throws IOException {
        var properties = new Properties();
        properties.setProperty("starter", starter);
        owner.ifPresent(account -> {
            properties.setProperty("account", account.name());
            properties.setProperty("uid", Integer.toString(account.uid()));
            properties.setProperty("gid", Integer.toString(account.gid()));
        });
        properties.setProperty("mark", unit.mark());
        for (int i = 0; i < unit.groups().size(); i++) {
            properties.setProperty("group." + i, unit.groups().get(i).toString());
        }
        var text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }

    static Optional<SessionRecord> read(Path file) {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // half written: its starter died before any process was started
        }
        List<Path> groups = new ArrayList<>();
        for (int i = 0; properties.containsKey("group." + i); i++) {
            groups.add(Path.of(properties.getProperty("group." + i)));
        }
        return Optional.of(new SessionRecord(
                properties.getProperty("starter", ""),
                owner(properties),
                new Unit(properties.getProperty("mark", "none"), groups)));
    }

    private static Optional<Account> owner(Properties properties) {
        String uid = properties.getProperty("uid", "");
        String gid = properties.getProperty("gid", "");
        return uid.matches("[1-9]\\d{0,8}") && gid.matches("\\d{1,9}")
                ? Optional.of(new Account(
                        properties.getProperty("account", ""),
                        Integer.parseInt(uid),
                        Integer.parseInt(gid),
                        Path.of("/"),
                        Path.of("/bin/sh")))
                : Optional.empty();
    }
}
