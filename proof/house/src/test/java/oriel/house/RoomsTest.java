package oriel.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which room may know which (ARCHITECTURE.md), and that no room was overlooked. */
class RoomsTest {

    /** A rule that saw no classes would hold: each room must be there. */
    @TestFactory
    Stream<DynamicTest> shouldHaveSeenTheClassesOf() {
        return House.ROOMS.stream()
                .map(room -> DynamicTest.dynamicTest(
                        room.folder(),
                        () -> assertThat(House.CLASSES.stream()
                                        .filter(type -> House.roomOf(type.getPackageName())
                                                .equals(room.base()))
                                        .filter(type -> !type.getSimpleName().equals("package-info")))
                                .isNotEmpty()));
    }

    @Test
    void shouldListEveryModuleThatIsARoom() {
        assertThat(House.modules())
                .filteredOn(module -> Files.exists(House.ROOT.resolve(module + "/src/main/java/module-info.java")))
                .containsExactlyInAnyOrderElementsOf(
                        House.ROOMS.stream().map(House.Room::folder).toList());
    }

    @Test
    void shouldKnowTheRoomOfEveryClass() {
        assertThat(House.CLASSES)
                .allSatisfy(type -> assertThat(House.roomOf(type.getPackageName()))
                        .as(type.getName())
                        .isNotEmpty());
    }

    /** The service knows no protocol and no desktop, providers nothing of the service or each other, codecs nobody. */
    @TestFactory
    Stream<DynamicTest> shouldKnowNoOtherRoomsThanItMay() {
        return House.ROOMS.stream()
                .map(room -> DynamicTest.dynamicTest(
                        room.folder() + " knows " + room.knows(),
                        () -> onlyKnows(room).check(House.CLASSES)));
    }

    /** The training run of the launcher is a client of the program it trains; the program itself leaves the wire to providers. */
    @Test
    void shouldSpeakAWireInTheServerForTrainingOnly() {
        noClasses()
                .that()
                .resideInAPackage("oriel.server..")
                .and()
                .resideOutsideOfPackage("oriel.server.train")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("oriel.rdp.codec..", "oriel.wire..")
                .check(House.CLASSES);
    }

    private static ArchRule onlyKnows(House.Room room) {
        return noClasses()
                .that(describe(
                        "live in " + room.folder(),
                        type -> House.roomOf(type.getPackageName()).equals(room.base())))
                .should()
                .dependOnClassesThat(describe("live in a room it must not know", type -> isForbidden(room, type)));
    }

    private static boolean isForbidden(House.Room room, JavaClass type) {
        String other = House.roomOf(type.getPackageName());
        return !other.isEmpty() && !other.equals(room.base()) && !room.knows().contains(other);
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching("(**)").should().beFreeOfCycles().check(House.CLASSES);
    }
}
