@NullMarked
package org.bihuan.estate.job;

import org.jspecify.annotations.NullMarked;
