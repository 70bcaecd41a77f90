@NullMarked
package org.bihuan.ownerportal.web;

import org.jspecify.annotations.NullMarked;
