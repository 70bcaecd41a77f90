@NullMarked
package org.bihuan.reporting.domain;

import org.jspecify.annotations.NullMarked;
