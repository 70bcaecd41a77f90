package org.bihuan.shared;

import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** A row that belongs to a company. Hibernate fills the column and adds it to every query, load and change by id. */
@MappedSuperclass
public abstract class TenantOwned {
    /** A text because Hibernate takes no other type for it; the column is a uuid. */
    @TenantId
    @PartitionKey // names it in updates and deletes by id too, so that they find their row by the primary key
    @SuppressWarnings({"unused", "NullAway.Init"}) // written and read by Hibernate only
    private String companyId;

    protected TenantOwned() {}
}
