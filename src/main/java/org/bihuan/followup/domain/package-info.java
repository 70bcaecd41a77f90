@NullMarked
package org.bihuan.followup.domain;

import org.jspecify.annotations.NullMarked;
