package org.bihuan.workorder;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.workorder.domain.ArchiveCheck;
import org.bihuan.workorder.domain.SealName;

/** Says whether the timelines of an installation are what was written, company by company (src/docs/integrity.md). */
public final class TimelineArchive {
    private final Connection database;
    private final PrintStream out;

    /** @param database without a transaction; nothing is written to it */
    public TimelineArchive(Connection database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    private record Company(UUID id, String name) {}

    /**
     * Reads everything, as it stands at one moment, and prints what was checked and what is broken.
     *
     * @param notedDown seals as they were printed or logged before: company/number/hash
     * @return whether all of it is intact
     * @throws IllegalArgumentException when a seal is not written like that
     */
    public boolean verify(List<String> notedDown) throws SQLException {
        List<SealName> known = notedDown.stream()
                .map(text -> SealName.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException("Not a seal (company/number/hash): " + text)))
                .toList();
        database.setAutoCommit(false);
        database.setReadOnly(true);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        List<Company> companies = companies();
        boolean intact = knowsAll(known, companies);
        for (Company company : companies) {
            intact &= verify(company, known);
        }
        database.rollback();
        out.println(intact ? "Intact." : "NOT intact.");
        return intact;
    }

    private boolean knowsAll(List<SealName> known, List<Company> companies) {
        List<SealName> strange = known.stream()
                .filter(seal ->
                        companies.stream().noneMatch(company -> company.id().equals(seal.company())))
                .toList();
        strange.forEach(
                seal -> out.println("BROKEN: no company " + seal.company() + ", though its seal was noted down"));
        return strange.isEmpty();
    }

    private boolean verify(Company company, List<SealName> known) throws SQLException {
        ArchiveCheck.Findings found = ArchiveCheck.of(database, company.id(), known);
        out.printf(
                "%s: %,d work orders, %,d lines, %,d seals%n",
                company.name(), found.orders(), found.lines(), found.seals());
        if (found.older() > 0) {
            out.printf(
                    "  %,d lines are older than the hashes of lines; only seals and later lines cover them%n",
                    found.older());
        }
        found.broken().forEach(link -> out.println("  BROKEN: " + link));
        if (found.more() > 0) {
            out.printf("  BROKEN: and %,d more work orders%n", found.more());
        }
        if (found.newest() != null) {
            out.println("  Newest seal, to be kept elsewhere: " + found.newest());
        }
        return found.intact();
    }

    private List<Company> companies() throws SQLException {
        try (Statement sql = database.createStatement();
                ResultSet rows = sql.executeQuery("select company_id, name from company order by number")) {
            List<Company> companies = new ArrayList<>();
            while (rows.next()) {
                companies.add(new Company(rows.getObject(1, UUID.class), rows.getString(2)));
            }
            return companies;
        }
    }
}
