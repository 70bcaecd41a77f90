@NullMarked
package org.bihuan.integration.job;

import org.jspecify.annotations.NullMarked;
