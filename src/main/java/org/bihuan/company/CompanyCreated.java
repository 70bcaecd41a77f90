package org.bihuan.company;

/**
 * A company has been created; observers give it what a company starts with, in the same transaction. The session at that
 * moment belongs to whoever creates it, so observers write with SQL that names the company.
 */
public record CompanyCreated(CompanyId company) {}
