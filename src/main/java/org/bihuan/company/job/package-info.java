@NullMarked
package org.bihuan.company.job;

import org.jspecify.annotations.NullMarked;
