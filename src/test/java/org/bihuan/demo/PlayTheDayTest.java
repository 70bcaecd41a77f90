package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayTheDayTest {
    private static final Clock EVENING = Clock.fixed(Instant.parse("2027-03-02T12:00:00Z"), ZoneOffset.UTC);

    private final FakeInstallation installation = new FakeInstallation();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        installation.close();
    }

    @Test
    void theWholeDayEndsAsExpectedInABrandNewInstallation() {
        assertThat(run("--setup-token", "one-time")).isEqualTo(PlayTheDay.AS_EXPECTED);
        assertThat(printed(out)).contains("44 of 44 matters ended as expected.").doesNotContain("!!");
        assertThat(installation.orders).hasSize(44);
        assertThat(installation.interactions.getFirst().path("startedAt").asText())
                .isEqualTo("2027-03-02T00:02:00Z");
        assertThat(installation.imports).containsExactly("text/csv; charset=UTF-8 25507");
    }

    @Test
    void everyRoleOfTheEstateGetsItsAccounts() {
        run("--setup-token", "one-time");
        assertThat(installation.people.values())
                .extracting(FakeInstallation.Person::role)
                .containsOnly("ADMIN", "MANAGER", "FRONT_DESK", "TECHNICIAN", "OWNER")
                .filteredOn("TECHNICIAN"::equals)
                .hasSize(11);
        assertThat(printed(out)).contains("demo.electrical2", "demo.lowvoltage", "demo.owner");
    }

    @Test
    void aDeclinedMatterGoesToTheSecondTechnicianOfTheTrade() {
        run("--setup-token", "one-time");
        assertThat(installation.history(15))
                .containsExactly("dispatch", "decline", "dispatch", "accept", "start", "complete", "REACHED");
    }

    @Test
    void playedAgainItMakesAccountsOfItsOwnInTheSameCommunity() {
        run("--setup-token", "one-time");
        assertThat(run()).isEqualTo(PlayTheDay.AS_EXPECTED);
        assertThat(installation.people).containsKeys("demo.desk1", "demo.desk1.2", "demo.owner.2");
        assertThat(installation.orders).hasSize(88);
        assertThat(printed(out)).contains("is there already");
    }

    @Test
    void anOwnerWhoHasAnAccountAlreadyDoesNotStopASecondDay() {
        run("--setup-token", "one-time");
        installation.ownersAreTaken = true;
        assertThat(run()).isEqualTo(PlayTheDay.AS_EXPECTED);
        assertThat(printed(out)).contains("No owner's account was made.", "RESIDENT_HAS_ACCOUNT");
    }

    @Test
    void inANewEstateNoRefusalIsPassedOver() {
        installation.ownersAreTaken = true;
        assertThat(run("--setup-token", "one-time")).isEqualTo(PlayTheDay.NOT_PLAYED);
    }

    @Test
    void anEndThatIsNotAsExpectedIsShownAndFails() {
        installation.attemptsAllowed = 4;
        assertThat(run("--setup-token", "one-time")).isEqualTo(PlayTheDay.DIFFERS);
        assertThat(printed(out)).contains("!!", "COMPLETED, round 1, follow-up SCHEDULED", "42 of 44 matters");
    }

    @Test
    void aFollowUpThatThePolicyEndsEarlierIsNotCalledFurther() {
        installation.attemptsAllowed = 2;
        assertThat(run("--setup-token", "one-time")).isEqualTo(PlayTheDay.AS_EXPECTED);
        assertThat(installation.history(13)).endsWith("complete", "BUSY", "NO_ANSWER");
    }

    @Test
    void aWrongPasswordIsToldInOneLine() {
        assertThat(run()).isEqualTo(PlayTheDay.NOT_PLAYED);
        assertThat(printed(err).lines()).singleElement().asString().contains("POST /auth/token", "401", "WRONG_PAIR");
    }

    @Test
    void anInstallationThatIsNotThereIsToldWithItsAddress() {
        installation.close();
        assertThat(run()).isEqualTo(PlayTheDay.NOT_PLAYED);
        assertThat(printed(err)).contains("Nothing answers at " + installation.address());
    }

    @Test
    void aWrongOptionIsAnotherExitThanARefusal() {
        assertThat(run("--nonsense", "x")).isEqualTo(PlayTheDay.WRONG_USAGE);
        assertThat(printed(err)).contains("--nonsense", "--help");
    }

    @Test
    void helpNamesEveryOptionAndPlaysNothing() {
        assertThat(run("--help")).isEqualTo(PlayTheDay.AS_EXPECTED);
        assertThat(printed(out)).contains("--url", "--username", "--password-file", "--setup-token", "BIHUAN_PASSWORD");
        assertThat(installation.people).isEmpty();
    }

    @Test
    void withAnAccountsFileNoPasswordIsPrinted(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("accounts.json");
        run("--setup-token", "one-time", "--accounts-file", file.toString());
        DemoAccounts accounts = DemoAccounts.read(file);
        assertThat(accounts.accounts())
                .hasSize(15)
                .noneMatch(account -> account.username().equals("admin"));
        assertThat(printed(out)).doesNotContain(accounts.accounts().getFirst().password());
    }

    @Test
    void theDemoRunLeavesAllAccountsWithTheAdministratorFirst(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("accounts.json");
        DemoAccounts accounts = DemoRun.run(installation.address(), "one-time", file, EVENING);
        assertThat(DemoAccounts.read(file)).isEqualTo(accounts);
        assertThat(accounts.accounts()).hasSize(16);
        assertThat(accounts.accounts().getFirst().role()).isEqualTo("ADMIN");
        assertThat(installation.orders).hasSize(44);
    }

    @Test
    void anInterruptedDemoRunStillLeavesTheAdministratorInTheFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("accounts.json");
        installation.ownersAreTaken = true;
        assertThat(catchThrowable(() -> DemoRun.run(installation.address(), "one-time", file, EVENING)))
                .isInstanceOf(ApiRefusal.class);
        assertThat(DemoAccounts.read(file).accounts())
                .extracting(DemoAccount::username)
                .containsExactly("admin");
    }

    @Test
    void aWrongSetupTokenLeavesNoFile(@TempDir Path folder) {
        Path file = folder.resolve("accounts.json");
        assertThat(catchThrowable(() -> DemoRun.run(installation.address(), "wrong", file, EVENING)))
                .hasMessageContaining("SETUP_TOKEN_WRONG");
        assertThat(Files.exists(file)).isFalse();
    }

    private int run(String... options) {
        PasswordSource passwords = new PasswordSource(Map.of("BIHUAN_PASSWORD", "p4ss-of-admin"), () -> null);
        PlayTheDay command = new PlayTheDay(passwords, EVENING, stream(out), stream(err));
        List<String> arguments = new ArrayList<>(
                List.of("play-the-day", "--url", installation.address().toString()));
        arguments.addAll(List.of(options));
        return command.run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String printed(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
