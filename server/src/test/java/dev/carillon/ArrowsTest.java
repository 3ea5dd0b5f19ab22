package dev.carillon;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.carillon.log.CommandId;
import dev.carillon.log.FloorKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must never be: an arrow that is not drawn in the architecture, a circle, a clock or a
/// library in the core.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArrowsTest {
  private static final String ROOT = "dev.carillon.";
  private static final Set<String> CORE = Set.of("school", "floor", "plan", "view");

  /// Which of our packages each may import. `ops` and `Main` tie all together and may import any.
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "school", Set.of(),
          "floor", Set.of("school"),
          "plan", Set.of("floor", "school"),
          "view", Set.of("plan", "floor", "school"),
          "wire", Set.of("view", "floor", "school"),
          "log", Set.of("floor", "school"),
          "desk", Set.of("log", "view", "plan", "floor", "school"),
          "access", Set.of("school"),
          "gateway", Set.of("wire", "desk", "access", "view", "floor", "school"),
          "roster", Set.of("school"));

  private static JavaClasses ours;

  @BeforeAll
  static void read() {
    ours =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.carillon");
  }

  static Stream<String> packages() {
    return ARROWS.keySet().stream().sorted();
  }

  static Stream<String> core() {
    return CORE.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void every_arrow_is_drawn(String from) {
    var allowed =
        Stream.concat(ARROWS.get(from).stream(), Stream.of(from))
            .map(ArrowsTest::tree)
            .toArray(String[]::new);
    var forbidden =
        resideInAPackage("dev.carillon..")
            .and(DescribedPredicate.not(resideInAnyPackage(allowed)))
            .and(DescribedPredicate.not(NAMES));
    noClasses()
        .that()
        .resideInAPackage(tree(from))
        .should()
        .dependOnClassesThat(forbidden)
        .allowEmptyShould(true)
        .check(ours);
  }

  /// A hash is a function of what is hashed; the rest of its package is not as pure.
  private static final Class<?>[] HASHING = {
    MessageDigest.class, NoSuchAlgorithmException.class, StandardCharsets.class
  };

  /// How floors and commands are called: an order cannot be written without them.
  private static final DescribedPredicate<JavaClass> NAMES =
      describe(
          "names of the log",
          type -> type.isEquivalentTo(CommandId.class) || type.isEquivalentTo(FloorKey.class));

  private static String tree(String name) {
    return ROOT + name + "..";
  }

  @Test
  void there_is_no_circle() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(ours);
  }

  @ParameterizedTest
  @MethodSource("core")
  void the_core_knows_the_jdk_and_persistent_collections_only(String name) {
    classes()
        .that()
        .resideInAPackage(tree(name))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "dev.carillon..",
                    "java.lang..",
                    "java.time..",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "java.math..",
                    "java.text..",
                    "org.pcollections..",
                    "org.jspecify..",
                    "")
                .or(belongToAnyOf(HASHING)))
        .check(ours);
  }

  @ParameterizedTest
  @MethodSource("core")
  void the_core_reads_no_clock_and_draws_no_lot(String name) {
    noClasses()
        .that()
        .resideInAPackage(tree(name))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            Clock.class,
            java.util.Random.class,
            java.util.SplittableRandom.class,
            UUID.class,
            java.util.Timer.class)
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .check(ours);
  }

  @Test
  void only_the_roster_reads_calendars_of_others() {
    noClasses()
        .that()
        .resideOutsideOfPackage(tree("roster"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.fortuna.ical4j..")
        .check(ours);
  }

  @Test
  void only_the_keepers_in_redis_speak_to_redis() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            tree("log.redis"), tree("access.redis"), tree("gateway.redis"), tree("ops"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx.redis..")
        .check(ours);
  }

  /// It reads what the log says as text and holds it against rules of its own: what both had from
  /// one class would be wrong in both.
  @Test
  void the_judge_of_calls_for_help_shares_no_code_with_the_server() {
    var judge =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("dev.carillon.judge");
    noClasses()
        .that()
        .resideInAPackage(tree("judge"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.carillon..")
                .and(DescribedPredicate.not(resideInAPackage(tree("judge")))))
        .check(judge);
  }

  @Test
  void the_desk_knows_nothing_of_how_things_are_written() {
    noClasses()
        .that()
        .resideInAPackage(tree("desk"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml..", "io.netty..", "io.vertx.ext..", tree("log.redis"))
        .check(ours);
  }
}
