package oriel.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import oriel.contract.protocol.CertType;
import oriel.contract.protocol.ConnectionSettingLevel;
import oriel.contract.protocol.ListenerSettingLevel;
import oriel.contract.protocol.LogonErrorRedirectorResponse;
import oriel.contract.protocol.RcmDrainState;
import oriel.contract.protocol.RcmServiceState;
import oriel.contract.protocol.SettingLevel;
import oriel.contract.protocol.SettingStatus;
import oriel.contract.protocol.SettingType;

/** The contract is all there: each documented interface, structure and enumeration, with exactly the documented members. */
class ContractTypesTest {

    private static final String PACKAGE = "oriel.contract.protocol.";
    private static final Pattern PREFIX = Pattern.compile("^(?:rgb|guid|clsid|dw|cb|hr|f|w|p|b)(?=[A-Z])");

    /** One line of a list: name of the original, its counterpart, its members. */
    private record Entry(String original, String counterpart, List<String> members) {}

    @TestFactory
    Stream<DynamicTest> shouldHaveExactlyTheMethodsOf() {
        return entries("interfaces.txt").stream()
                .map(entry -> DynamicTest.dynamicTest(entry.original, () -> {
                    assertThat(methodsOf(type(entry))).isEqualTo(lowered(entry.members));
                    assertThat(sourceOf(entry)).contains(entry.original);
                    entry.members.forEach(member -> assertThat(sourceOf(entry))
                            .as("Javadoc of %s", member)
                            .contains("{@code " + member + "}"));
                }));
    }

    @Test
    void shouldHaveAllInterfaces() {
        assertThat(entries("interfaces.txt")).hasSize(15);
        assertThat(entries("interfaces.txt").stream()
                        .mapToInt(entry -> entry.members.size())
                        .sum())
                .isEqualTo(66);
    }

    @TestFactory
    Stream<DynamicTest> shouldHaveExactlyTheMembersOf() {
        Map<String, List<Entry>> byCounterpart =
                entries("types.txt").stream().collect(Collectors.groupingBy(Entry::counterpart));
        return byCounterpart.entrySet().stream()
                .map(group -> DynamicTest.dynamicTest(group.getKey(), () -> {
                    Set<String> documented = group.getValue().stream()
                            .flatMap(entry -> entry.members.stream())
                            .map(ContractTypesTest::component)
                            .filter(component -> !component.isEmpty())
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertThat(componentsOf(type(group.getValue().getFirst()))).isEqualTo(documented);
                    group.getValue()
                            .forEach(entry -> assertThat(sourceOf(entry)).contains(entry.original));
                }));
    }

    @Test
    void shouldKnowHowManyMembersTheLargeStructuresHave() {
        assertThat(membersOf("WTS_CLIENT_DATA")).hasSize(55);
        assertThat(membersOf("WRDS_CONNECTION_SETTINGS_1")).hasSize(65);
        assertThat(membersOf("WRDS_SETTINGS_1")).hasSize(31);
    }

    @TestFactory
    Stream<DynamicTest> shouldHaveExactlyTheValuesOf() {
        Map<String, Set<String>> values = Map.of(
                "RcmServiceState", values(RcmServiceState.values(), RcmServiceState::value),
                "RcmDrainState", values(RcmDrainState.values(), RcmDrainState::value),
                "LogonErrorRedirectorResponse",
                        values(LogonErrorRedirectorResponse.values(), LogonErrorRedirectorResponse::value),
                "CertType", values(CertType.values(), CertType::value),
                "ConnectionSettingLevel", values(ConnectionSettingLevel.values(), ConnectionSettingLevel::value),
                "ListenerSettingLevel", values(ListenerSettingLevel.values(), ListenerSettingLevel::value),
                "SettingLevel", values(SettingLevel.values(), SettingLevel::value),
                "SettingType", values(SettingType.values(), SettingType::value),
                "SettingStatus", values(SettingStatus.values(), SettingStatus::value));
        return entries("enums.txt").stream()
                .map(entry -> DynamicTest.dynamicTest(entry.original, () -> {
                    assertThat(values.get(entry.counterpart)).isEqualTo(Set.copyOf(entry.members));
                    assertThat(sourceOf(entry)).contains(entry.original);
                }));
    }

    private static <E extends Enum<E>> Set<String> values(E[] constants, Function<E, Integer> value) {
        return Arrays.stream(constants)
                .map(constant -> constant.name() + "=" + value.apply(constant))
                .collect(Collectors.toSet());
    }

    private static List<String> membersOf(String original) {
        return entries("types.txt").stream()
                .filter(entry -> entry.original.equals(original))
                .flatMap(entry -> entry.members.stream())
                .toList();
    }

    /** The component that stands for a member, in lower case; empty = implied. */
    private static String component(String member) {
        int equals = member.indexOf('=');
        String name = equals < 0 ? PREFIX.matcher(member).replaceFirst("") : member.substring(equals + 1);
        return name.equals("-") ? "" : name.toLowerCase(Locale.ROOT);
    }

    private static Set<String> componentsOf(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .map(JavaField::getName)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> methodsOf(JavaClass type) {
        return lowered(type.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaMethod::getName)
                .toList());
    }

    private static Set<String> lowered(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static JavaClass type(Entry entry) {
        return House.CLASSES.get(PACKAGE + entry.counterpart.replace('.', '$'));
    }

    private static String sourceOf(Entry entry) {
        String file = entry.counterpart.replaceFirst("\\..*", "") + ".java";
        return House.read(House.ROOT.resolve("contract/protocol/src/main/java/oriel/contract/protocol/" + file));
    }

    private static List<Entry> entries(String list) {
        try (InputStream in = Objects.requireNonNull(ContractTypesTest.class.getResourceAsStream(list), list)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ContractTypesTest::entry)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        int colon = line.indexOf(": ");
        List<String> names = List.of(line.substring(0, colon).split(" ", -1));
        return new Entry(
                names.get(0), names.get(1), List.of(line.substring(colon + 2).split(" ", -1)));
    }
}
