package org.bihuan.estate.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bihuan.estate.Relation;
import org.bihuan.shared.FieldError;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Rejections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryFileTest {
    private static final String HEADER =
            "building,entrance,unit,area,acceptanceDate,residentName,relation,phone,from\n";
    private static final String WANG = "3,2,1202,89.5,2025-06-30,王芳,OWNER,138 0013 8000,2025-07-01\n";

    private static RegistryFile read(String csv) {
        return RegistryFile.read(csv.getBytes(UTF_8));
    }

    private static List<String> told(String csv) {
        return read(csv).rejected().stream()
                .map(rejection -> rejection.line() + " " + rejection.column() + " " + rejection.code())
                .toList();
    }

    @Test
    void aLineSaysAUnitAndWhoBelongsToIt() {
        RegistryFile file = read(HEADER + WANG);
        assertThat(file.rejected()).isEmpty();
        RegistryRow row = file.rows().getFirst();
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.place().code()).isEqualTo(new UnitCode("3-2-1202"));
        assertThat(row.place().acceptanceDate()).isEqualTo("2025-06-30");
        assertThat(row.place().area()).isEqualByComparingTo("89.50");
        assertThat(row.person())
                .isEqualTo(
                        new RegistryRow.Person("王芳", Relation.OWNER, "+8613800138000", LocalDate.parse("2025-07-01")));
    }

    @Test
    void anEmptyFlatHasNobody() {
        RegistryFile file = read(HEADER + "3,,1202,,,,,,\n");
        assertThat(file.rejected()).isEmpty();
        assertThat(file.rows().getFirst().person()).isNull();
        assertThat(file.rows().getFirst().place().entrance()).isNull();
        assertThat(file.rows().getFirst().place().area()).isNull();
    }

    @Test
    void aByteOrderMarkOtherLineEndsAndAnotherOrderOfColumnsMakeNoDifference() {
        String moved = """
                \uFEFFunit,entrance,building,from,phone,relation,residentName,acceptanceDate,area
                1202,2,3,2025-07-01,138 0013 8000,OWNER,"王芳",2025-06-30,89.5

                """.replace("\n", "\r\n");
        assertThat(read(moved).rejected()).isEmpty();
        assertThat(read(moved).rows()).isEqualTo(read(HEADER + WANG).rows());
    }

    @Test
    void theHeaderMustNameEveryColumnOnceAndNoOther() {
        assertThat(told("building,entrance,unit,area,acceptanceDate,residentName,relation,floor,unit,from\n"))
                .containsExactly("1 floor UNKNOWN_COLUMN", "1 unit DUPLICATE_COLUMN", "1 phone MISSING_COLUMN");
        assertThat(told("")).hasSize(9).allMatch(rejection -> rejection.endsWith("MISSING_COLUMN"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMPTY,2,1202,,,,,,|building REQUIRED",
                "3,2,,,,,,,|unit REQUIRED",
                "3,2,1202,0,,,,,|area AREA_NOT_USABLE",
                "3,2,1202,-5,,,,,|area AREA_NOT_USABLE",
                "3,2,1202,89.555,,,,,|area AREA_NOT_USABLE",
                "3,2,1202,8e1,,,,,|area AREA_NOT_USABLE",
                "3,2,1202,,2025-02-30,,,,|acceptanceDate NOT_A_DAY",
                "3,2,1202,,2025/02/03,,,,|acceptanceDate NOT_A_DAY",
                "3,2,1202,,0225-02-03,,,,|acceptanceDate NOT_A_DAY",
                "3,2,1202,,,王芳,LANDLORD,,2025-07-01|relation NOT_ONE_OF",
                "3,2,1202,,,王芳,,,2025-07-01|relation REQUIRED",
                "3,2,1202,,,王芳,OWNER,,|from REQUIRED",
                "3,2,1202,,,王芳,OWNER,12ab,2025-07-01|phone PHONE_NOT_USABLE",
                "3,2,1202,,,,OWNER,,|residentName REQUIRED",
                "3,2,1202,,,,,13800138000,|residentName REQUIRED",
                "3,2,-,,,,,,|unit NAME_NOT_USABLE",
                "-,2,1202,,,,,,|building NAME_NOT_USABLE",
                "3,2,123456789012345678901,,,,,,|unit WRONG_LENGTH",
                "3,2,\"12\t02\",,,,,,|unit NOT_ONE_LINE",
                "3,2,\"12\u000002\",,,,,,|unit CONTROL_CHARACTER",
                "3,2,1202|null WRONG_NUMBER_OF_FIELDS"
            })
    void aCellThatBreaksARuleIsRejectedWithItsColumn(String line, String expected) {
        assertThat(told(HEADER + line.replace("EMPTY", ""))).containsExactly("2 " + expected);
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithTheLinesOfTheFile() {
        assertThat(told(HEADER + "3,2,1202,x,,,,,\n\n\"3\n\",2,1203,,,,,,\n3,2,1204,,y,王芳,OWNER,z,\n"))
                .containsExactly(
                        "2 area AREA_NOT_USABLE",
                        "6 acceptanceDate NOT_A_DAY",
                        "6 phone PHONE_NOT_USABLE",
                        "6 from REQUIRED");
    }

    @Test
    void linesThatRepeatOrContradictOthersAreRejected() {
        assertThat(told(HEADER
                        + WANG
                        + WANG
                        + "3,2,1202,90,2025-07-30,王强,FAMILY,138 0013 8000,2025-07-01\n"
                        + "3,2,1203,,,,,,\n03号楼,2单元,1203室,,,,,,\n"))
                .containsExactly(
                        "3 null DUPLICATE_ROW",
                        "4 acceptanceDate CONTRADICTS_LINE",
                        "4 area CONTRADICTS_LINE",
                        "6 null DUPLICATE_ROW");
    }

    @Test
    void aFamilyWithOnePhoneAndAnOwnerOfTwoFlatsAreNoRepetition() {
        assertThat(told(HEADER
                        + WANG
                        + "3,2,1202,,,王强,FAMILY,138 0013 8000,2025-07-01\n"
                        + "3,2,1301,,,王芳,OWNER,138 0013 8000,2025-07-01\n"))
                .isEmpty();
    }

    @Test
    void whatIsNotUtf8IsRefusedAsAWhole() {
        byte[] gbk = (HEADER + WANG).getBytes(Charset.forName("GB18030"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> RegistryFile.read(gbk))
                .satisfies(refusal -> assertThat(refusal.isMalformed()).isTrue())
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::code)
                        .containsExactly("NOT_UTF_8"));
    }

    @Test
    void whatIsNoCsvIsRefusedAsAWhole() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> read(HEADER + "\"3\"x,2,1202,,,,,,\n"))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::code)
                        .containsExactly("NOT_CSV"));
    }

    @Test
    void aThousandRejectionsAreEnough() {
        String lines = IntStream.range(0, 3000)
                .mapToObj(number -> "3,2," + number + ",x,,,,,")
                .collect(Collectors.joining("\n"));
        assertThat(read(HEADER + lines).rejected()).hasSize(Rejections.MOST);
    }

    @Test
    void moreLinesThanAnyEstateHasAreRefused() {
        String lines = IntStream.rangeClosed(0, RegistryFile.MOST_ROWS)
                .mapToObj(number -> "3,2," + number + ",,,,,,")
                .collect(Collectors.joining("\n"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> read(HEADER + lines))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(FieldError::code)
                        .containsExactly("TOO_MANY_ROWS"));
    }
}
