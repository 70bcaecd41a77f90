package org.bihuan.estate.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.estate.Relation;
import org.bihuan.estate.domain.Kept.Fate;
import org.bihuan.estate.domain.RegistryPeople.Person;
import org.bihuan.estate.domain.RegistryPeople.Tie;
import org.bihuan.shared.Ids;
import org.bihuan.shared.ImportOutcome;
import org.junit.jupiter.api.Test;

/** What an import makes of what is there, with the database left out. */
class RegistryPlanTest {
    private static final String HEADER =
            "building,entrance,unit,area,acceptanceDate,residentName,relation,phone,from\n";
    private static final String PHONE = "+8613800138000";

    private RegistryPlaces places = new RegistryPlaces();
    private RegistryPeople people = new RegistryPeople();

    private ImportOutcome take(String... lines) {
        remember();
        byte[] csv = (HEADER + String.join("\n", lines)).getBytes(UTF_8);
        RegistryFile file = RegistryFile.read(csv);
        assertThat(file.rejected()).isEmpty();
        return RegistryImport.plan(file.rows(), places, people);
    }

    /** As if what was planned had been written and were read again. */
    private void remember() {
        RegistryPlaces places = new RegistryPlaces();
        RegistryPeople people = new RegistryPeople();
        this.places.houses().forEach(house -> places.know(house.value()));
        this.places.flats().forEach((key, flat) -> places.know(key, flat.value()));
        this.people.people().stream()
                .map(Kept::value)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(people::know);
        this.people.ties().forEach(tie -> people.know(tie.value()));
        this.places = places;
        this.people = people;
    }

    private List<String> everybody() {
        return people.people().stream()
                .map(Kept::value)
                .map(person -> person.name() + " " + person.phone())
                .sorted()
                .toList();
    }

    private static ImportOutcome counts(int created, int updated, int unchanged) {
        return new ImportOutcome(created, updated, unchanged, List.of());
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String[] lines = {
            "3,2,1202,89.5,2025-06-30,王芳,OWNER,13800138000,2025-07-01",
            "3,2,1202,89.5,2025-06-30,王强,FAMILY,13800138000,2025-07-01",
            "3,2,1301,,,王芳,OWNER,13800138000,2025-07-01",
            "3,2,1302,,,李四,TENANT,,2025-07-01",
            "3,2,1303,,,,,,"
        };
        assertThat(take(lines)).isEqualTo(counts(5, 0, 0));
        assertThat(everybody()).containsExactly("李四 null", "王强 " + PHONE, "王芳 " + PHONE);
        assertThat(take(lines)).isEqualTo(counts(0, 0, 5));
    }

    @Test
    void whatTheFileDoesNotSayStaysAsItIs() {
        take("3,2,1202,89.5,2025-06-30,王芳,OWNER,13800138000,2025-07-01");
        assertThat(take("3,2,1202,,,王芳,OWNER,,2025-07-01")).isEqualTo(counts(0, 0, 1));
        assertThat(everybody()).containsExactly("王芳 " + PHONE);
    }

    @Test
    void anotherAreaDateOrBeginningIsAChange() {
        take("3,2,1202,89.5,2025-06-30,王芳,OWNER,13800138000,2025-07-01");
        assertThat(take("3,2,1202,89.6,,,,,")).isEqualTo(counts(0, 1, 0));
        assertThat(take("3,2,1202,89.60,2025-06-29,,,,")).isEqualTo(counts(0, 1, 0));
        assertThat(take("3,2,1202,,,王芳,OWNER,13800138000,2025-07-02")).isEqualTo(counts(0, 1, 0));
        assertThat(people.ties()).hasSize(1);
    }

    @Test
    void aNewNumberDoesNotMakeANewPerson() {
        take("3,2,1202,,,王芳,OWNER,13800138000,2025-07-01");
        assertThat(take("3,2,1202,,,王芳,OWNER,13900139000,2025-07-01")).isEqualTo(counts(0, 1, 0));
        assertThat(everybody()).containsExactly("王芳 +8613900139000");
    }

    @Test
    void twoOfTheSameNameInOneFlatStayTwo() {
        String[] lines = {"3,2,1202,,,王芳,OWNER,13800138000,2025-07-01", "3,2,1202,,,王芳,FAMILY,13900139000,2025-07-01"};
        assertThat(take(lines)).isEqualTo(counts(2, 0, 0));
        assertThat(take(lines)).isEqualTo(counts(0, 0, 2));
        assertThat(take(lines[1], lines[0])).isEqualTo(counts(0, 0, 2));
        assertThat(everybody()).hasSize(2);
    }

    @Test
    void theSameNameElsewhereIsSomebodyElseUnlessThePhoneIsTheSame() {
        take("3,2,1202,,,王芳,OWNER,13800138000,2025-07-01");
        assertThat(take("3,2,1301,,,王芳,OWNER,,2025-07-01")).isEqualTo(counts(1, 0, 0));
        assertThat(take("3,2,1302,,,王芳,OWNER,13800138000,2025-07-01")).isEqualTo(counts(1, 0, 0));
        assertThat(everybody()).containsExactly("王芳 " + PHONE, "王芳 null");
    }

    @Test
    void whoHasMovedOutStaysOutUnlessTheRegistrySaysTheyCameBack() {
        String line = "3,2,1202,,,王芳,OWNER,13800138000,2020-01-01";
        take(line);
        Tie lived = people.ties().getFirst().value();
        people = new RegistryPeople();
        people.know(new Person(lived.residentId(), "王芳", PHONE));
        people.know(new Tie(
                Ids.next(),
                lived.residentId(),
                lived.unitId(),
                Relation.OWNER,
                lived.fromDay(),
                LocalDate.parse("2024-12-31")));
        assertThat(take(line)).isEqualTo(counts(0, 0, 1));
        assertThat(take("3,2,1202,,,王芳,OWNER,13800138000,2025-01-01")).isEqualTo(counts(1, 0, 0));
    }

    @Test
    void anotherRelationIsAnotherOccupancyOfTheSamePerson() {
        take("3,2,1202,,,王芳,TENANT,13800138000,2020-01-01");
        assertThat(take("3,2,1202,,,王芳,OWNER,13800138000,2025-01-01")).isEqualTo(counts(1, 0, 0));
        assertThat(everybody()).hasSize(1);
        assertThat(people.ties())
                .hasSize(2)
                .filteredOn(tie -> tie.is(Fate.CREATED))
                .hasSize(1);
    }

    @Test
    void aFlatIsTheSameHoweverItIsWritten() {
        take("3,2,1202,,,,,,");
        assertThat(take("3号楼,2单元,1202室,,,,,,")).isEqualTo(counts(0, 0, 1));
    }
}
