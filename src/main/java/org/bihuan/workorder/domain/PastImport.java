package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.company.Accounts;
import org.bihuan.company.Caller;
import org.bihuan.company.EstateDirectory;
import org.bihuan.company.Role;
import org.bihuan.estate.Estate;
import org.bihuan.shared.CsvTable;
import org.bihuan.shared.ImportOutcome;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Rejections;

/** Takes over work orders that another system has dealt with, all of a file or nothing. */
@ApplicationScoped
public class PastImport {
    /** As many as are written within the time of one transaction on a small machine. */
    static final int MOST_ROWS = 20_000;

    private final WorkOrderRepository orders;
    private final Estate estate;
    private final EstateDirectory directory;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final PastWriter writer;
    private final Clock clock;

    PastImport(
            WorkOrderRepository orders,
            Estate estate,
            EstateDirectory directory,
            Catalogue catalogue,
            Accounts accounts,
            PastWriter writer,
            Clock clock) {
        this.orders = orders;
        this.estate = estate;
        this.directory = directory;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Imports, or only finds out what importing would do.
     *
     * @throws InvalidInput when it is not a CSV file that can be read at all, or the community is not one of the caller's
     */
    @Transactional
    public ImportOutcome take(Caller by, UUID community, byte[] csv, boolean validateOnly) {
        Estate.Community home = estate.community(community)
                .filter(found -> by.is(Role.ADMIN) || by.manages(found.id()))
                .orElseThrow(() -> InvalidInput.invalid("?communityId", "UNKNOWN_COMMUNITY"));
        if (!validateOnly) {
            writer.waitForOthers();
        }
        Rejections rejected = new Rejections();
        List<PastOrder> past = lookUp(home, read(home, csv, rejected), rejected);
        List<PastOrder> unknown = withoutKnown(past, rejected);
        if (!rejected.isEmpty()) {
            return ImportOutcome.refused(rejected.byLine());
        }
        if (!validateOnly) {
            writer.write(by, unknown);
        }
        return new ImportOutcome(unknown.size(), 0, past.size() - unknown.size(), List.of());
    }

    private List<PastRow> read(Estate.Community home, byte[] csv, Rejections rejected) {
        List<PastRow> rows = new ArrayList<>();
        new CsvTable(PastColumn.titles(true), PastColumn.titles(false), MOST_ROWS, rejected)
                .read(
                        csv,
                        (line, cells) -> new PastReader(
                                        new PastCells(line, cells, home.zone(), clock.instant(), rejected))
                                .row()
                                .ifPresent(rows::add));
        Map<String, Integer> lines = new HashMap<>();
        for (PastRow row : rows) {
            Integer before = lines.putIfAbsent(row.externalId(), row.line());
            if (before != null) {
                rejected.add(row.line(), PastColumn.EXTERNAL_ID.title(), "DUPLICATE_EXTERNAL_ID", before);
            }
        }
        return rows;
    }

    private List<PastOrder> lookUp(Estate.Community home, List<PastRow> rows, Rejections rejected) {
        PastLookup lookup = new PastLookup(estate, directory, catalogue, accounts, home.id(), rejected);
        return rows.stream().map(lookup::find).toList();
    }

    /** History is not rewritten: what was imported before must be said in the same way again. */
    private List<PastOrder> withoutKnown(List<PastOrder> past, Rejections rejected) {
        Map<String, byte[]> known = orders.imported(
                past.stream().map(order -> order.row().externalId()).toList());
        List<PastOrder> unknown = new ArrayList<>();
        for (PastOrder order : past) {
            byte[] before = known.get(order.row().externalId());
            if (before == null) {
                unknown.add(order);
            } else if (!Arrays.equals(before, order.digest())) {
                rejected.add(order.row().line(), PastColumn.EXTERNAL_ID.title(), "IMPORTED_OTHERWISE");
            }
        }
        return unknown;
    }
}
