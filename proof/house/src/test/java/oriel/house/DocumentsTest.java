package oriel.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Paths, types and methods that the documents name exist. */
class DocumentsTest {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern PATH = Pattern.compile("\\.?[\\w.-]+(?:/[\\w.*-]+)+/?|[\\w-]+\\.(?:md|xml|toml|java)");
    private static final Pattern MEMBER = Pattern.compile("([A-Z]\\w*)[#.](\\w+)(?:\\([^)]*\\))?");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+");

    /** Files that exist only where Oriel runs. */
    private static final Set<String> MADE_AT_RUN_TIME = Set.of("oriel.toml");

    private final Map<String, String> types = House.types();

    @Test
    void shouldNamePathsThatExist() {
        assertThat(documents()
                        .flatMap(document -> code(document)
                                .filter(code -> PATH.matcher(code).matches())
                                .filter(code -> isOurs(code) && !exists(document, code))
                                .map(code -> House.ROOT.relativize(document) + " names " + code)))
                .isEmpty();
    }

    @Test
    void shouldLinkToFilesThatExist() {
        assertThat(documents()
                        .flatMap(document -> find(LINK, House.read(document))
                                .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                                .filter(link -> !exists(document, link))
                                .map(link -> House.ROOT.relativize(document) + " links to " + link)))
                .isEmpty();
    }

    @Test
    void shouldNameTypesAndMembersThatExist() {
        List<String> wrong = new ArrayList<>();
        documents()
                .forEach(document -> code(document)
                        .map(code -> complaint(code))
                        .filter(complaint -> !complaint.isEmpty())
                        .forEach(complaint -> wrong.add(House.ROOT.relativize(document) + ": " + complaint)));
        assertThat(wrong).isEmpty();
    }

    /** Looking for names must find some: else the patterns are broken. */
    @Test
    void shouldHaveLookedAtSomething() {
        assertThat(documents()).hasSizeGreaterThan(5);
        assertThat(documents()
                        .flatMap(this::code)
                        .filter(code -> MEMBER.matcher(code).matches()))
                .hasSizeGreaterThan(50);
        assertThat(types).containsKeys("ProtocolConnection", "ScriptedProvider", "DocumentsTest");
        assertThat(complaint("ProtocolConnection#acceptConnection")).isEmpty();
        assertThat(complaint("ProtocolConnection#refuseConnection")).isNotEmpty();
        assertThat(complaint("NoSuchType#method")).isNotEmpty();
        assertThat(complaint("NoSuchType")).isNotEmpty();
    }

    private String complaint(String code) {
        var member = MEMBER.matcher(code);
        if (member.matches()) {
            String declaring = types.get(member.group(1));
            if (declaring == null) {
                // Type.member may as well be somebody else's, or a file; Type#member is always ours
                return code.contains("#") ? code + " names a type that does not exist" : "";
            }
            return declares(declaring, member.group(2)) ? "" : code + " names a member that does not exist";
        }
        if (TYPE.matcher(code).matches() && !isKnownWord(code)) {
            return code + " is neither a type nor a call of the contract";
        }
        return "";
    }

    private static boolean declares(String source, String member) {
        return Pattern.compile("\\b" + member + "\\b").matcher(source).find();
    }

    /** A type of ours, a call or member of the contract, or a word that the list of others explains. */
    private boolean isKnownWord(String word) {
        String member = Character.toLowerCase(word.charAt(0)) + word.substring(1);
        return types.containsKey(word)
                || OTHERS.contains(word)
                || contractSources().anyMatch(source -> source.contains(word) || declares(source, member));
    }

    private Stream<String> contractSources() {
        return types.values().stream()
                .filter(source -> source.startsWith("package oriel.contract.protocol;"))
                .distinct();
    }

    /** Names of others: the JDK's and libraries'. */
    private static final Set<String> OTHERS = Set.of("ServiceLoader", "SSLEngine", "SSLSocket", "BufferedImage");

    private static Stream<Path> documents() {
        return House.files(".md").stream();
    }

    private Stream<String> code(Path document) {
        return find(CODE, FENCE.matcher(House.read(document)).replaceAll(""));
    }

    private static Stream<String> find(Pattern pattern, String text) {
        return pattern
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toList())
                .stream();
    }

    /** Whether a path begins with a folder or file of ours: others name files of other machines. */
    private static boolean isOurs(String path) {
        if (MADE_AT_RUN_TIME.contains(path)) {
            return false;
        }
        String first = path.split("/", -1)[0];
        return !path.contains("/") || Files.exists(House.ROOT.resolve(first));
    }

    private static boolean exists(Path document, String path) {
        if (path.contains("*")) {
            return true;
        }
        if (!path.contains("/") && House.files(path).stream().anyMatch(file -> file.endsWith(path))) {
            return true;
        }
        Path folder = document.getParent();
        return Files.exists(House.ROOT.resolve(path)) || (folder != null && Files.exists(folder.resolve(path)));
    }
}
