package oriel.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What no room does, and what some rooms must not do. Exceptions are listed with their reasons. */
class HabitsTest {

    /** Who may sleep, and why. */
    private static final Map<String, String> SLEEPERS = Map.of(
            "oriel.service.ListenerEntry", "waits between two attempts to listen, on a thread of its own",
            "oriel.service.RemoteDesktopService",
                    "looks at the time limits of sessions every so often, on a thread of its own",
            "oriel.server.verb.ServiceVerbs", "another process that ends sends no notice: the command looks again",
            "oriel.server.serve.HeapKeeper", "the JDK tells nobody that the heap has grown: it looks every so often",
            "oriel.server.train.Training", "waits for a line of another process, only while an installation is made",
            "oriel.xsession.Proc", "processes that are no children of ours send no notice of their end: it looks again",
            "oriel.kit.Action", "a scripted provider that takes its time is what a test asks for");

    /** Who may say {@code throws Throwable}, and why. */
    private static final Map<String, String> VAGUE = Map.of(
            "oriel.desktop.embedded.pty.Libc", "method handles of native functions are declared so by the JDK",
            "oriel.system.NativeFunctions", "method handles of native functions are declared so by the JDK");

    /** Codecs and contracts know the JDK and the annotations of nullness. */
    @TestFactory
    Stream<DynamicTest> shouldNeedNothingButTheJdkIn() {
        return Stream.of(
                        "oriel.wire",
                        "oriel.rdp.codec",
                        "oriel.licensing.packets",
                        "oriel.contract.desktop",
                        "oriel.contract.protocol",
                        "oriel.picture")
                .map(room -> DynamicTest.dynamicTest(
                        room,
                        () -> classes()
                                .that(inRoom(room))
                                .should()
                                .onlyDependOnClassesThat(
                                        resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "oriel.."))
                                .check(House.CLASSES)));
    }

    /** Pure inside, I/O at the edges: time, randomness, sockets and files come in as parameters. */
    @TestFactory
    Stream<DynamicTest> shouldKeepSocketsThreadsClocksAndFilesOutOf() {
        return Stream.of("oriel.wire", "oriel.rdp.codec", "oriel.licensing.packets")
                .map(room -> DynamicTest.dynamicTest(room, () -> isPure(room)));
    }

    private static void isPure(String room) {
        noClasses()
                .that(inRoom(room))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.net..",
                                "java.nio.channels..",
                                "java.nio.file..",
                                "java.util.concurrent..",
                                "java.util.logging..",
                                "javax.net..")
                        .or(name("java.lang.Thread"))
                        .or(describe("are clocks", type -> type.isAssignableTo(Clock.class)))
                        .or(describe("are random", type -> type.isAssignableTo(Random.class))))
                .check(House.CLASSES);
        assertThat(callsTo(room, "java.lang.System", List.of("currentTimeMillis", "nanoTime")))
                .isEmpty();
        assertThat(callsTo(room, "java.time.Instant", List.of("now"))).isEmpty();
    }

    @Test
    void shouldLogThroughSlf4jOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j.."))
                .check(House.CLASSES);
    }

    /** Only the command line talks to its terminal. */
    @Test
    void shouldPrintOnlyFromTheServer() {
        noClasses()
                .that(resideOutsideOfPackages("oriel.server.."))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(House.CLASSES);
    }

    @Test
    void shouldSleepOnlyWithAReason() {
        assertThat(callsTo("oriel", "java.lang.Thread", List.of("sleep")).stream()
                        .map(call -> outermost(call.getOriginOwner()).getName())
                        .distinct())
                .isSubsetOf(SLEEPERS.keySet());
    }

    @Test
    void shouldNotReflect() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.lang.reflect.."))
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .check(House.CLASSES);
    }

    /** {@code throws Exception} says nothing; whoever calls must know what can happen. */
    @Test
    void shouldNameItsExceptions() {
        methods()
                .that(describe(
                        "are written by hand", method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should(new ArchCondition<>("name the exceptions they throw") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean vague = method.getThrowsClause().stream()
                                .anyMatch(thrown -> thrown.getRawType().isEquivalentTo(Exception.class)
                                        || thrown.getRawType().isEquivalentTo(Throwable.class));
                        if (vague
                                && !VAGUE.containsKey(
                                        outermost(method.getOwner()).getName())) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is vague"));
                        }
                    }
                })
                .check(House.CLASSES);
    }

    private static DescribedPredicate<JavaClass> inRoom(String room) {
        return describe(
                "live in " + room, type -> House.roomOf(type.getPackageName()).equals(room));
    }

    private static List<JavaMethodCall> callsTo(String packageName, String owner, List<String> methods) {
        return House.CLASSES.stream()
                .filter(type -> type.getPackageName().equals(packageName)
                        || type.getPackageName().startsWith(packageName + "."))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().equals(owner))
                .filter(call -> methods.contains(call.getName()))
                .toList();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HabitsTest::outermost).orElse(type);
    }
}
